import { isJson } from '../../shared/json/is-json.ts';
import { ProblemError } from '../../shared/problem.ts';
import { charsetOfWhole } from '../console/charset.ts';
import { type BodyFacts, readBodyFacts } from '../console/envelope.ts';
import type { OpenAnswer } from '../console/open-request.ts';
import type { AnswerForm } from './answer-form.ts';
import { refusedProblem, tellProblem } from './answer-problem.ts';
import { keepingIf, openSink } from './answer-sink.ts';
import type { CommandContext } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { formedText } from './formed-text.ts';
import { messageOfAnswer } from './message-of-answer.ts';
import { printRefusedStream, printStream } from './print-stream.ts';
import { printable } from './printable.ts';
import { UsageError } from './usage-error.ts';

/** How the answer is to be printed. */
export interface AnswerWishes {
  readonly form: AnswerForm;
  /** Status and headers, on standard error. */
  readonly withHead: boolean;
  /** The file that the body goes to, in that form; `-` for standard output, whatever the body is. */
  readonly output: string | null;
}

/** Bytes of an answer that is read as a whole before it is printed. */
const wholeLimit = 64 * 1024 * 1024;

function isGood({ status }: OpenAnswer): boolean {
  return status >= 200 && status < 300;
}

function printHead({ status, statusText, headers }: OpenAnswer, { terminal }: CommandContext): void {
  const lines = [
    `HTTP ${status} ${statusText}`.trimEnd(),
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  terminal.err(`${printable(lines.join('\n'))}\n\n`);
}

async function readWhole(answer: OpenAnswer): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.chunks) {
    size += chunk.length;
    if (size > wholeLimit) {
      const { host } = new URL(answer.url);
      throw new ProblemError('http/too-large', { params: { host, limit: wholeLimit } });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const nothingSaid: BodyFacts = { envelope: null, logId: null };

/** To a file, or to standard output; kept only when all of it was written. */
async function writeOut(bytes: Uint8Array, { output }: AnswerWishes, context: CommandContext): Promise<void> {
  const sink = await openSink(output ?? '-', context.terminal);
  await keepingIf(sink, () => sink.write(bytes));
}

async function printWhole(answer: OpenAnswer, wishes: AnswerWishes, context: CommandContext) {
  const { terminal, say } = context;
  const { form, output } = wishes;
  const bytes = await readWhole(answer);
  const text = new TextDecoder(charsetOfWhole(answer, bytes)).decode(bytes);
  const isWhole = answer.kind === 'json' && isJson(text);
  const { envelope, logId } = isWhole ? readBodyFacts(text) : nothingSaid;
  const asJsonLine = form === 'json';
  if (!isGood(answer) || (envelope !== null && envelope.code !== 0)) {
    const isForTerminal = terminal.stdoutIsTerminal;
    await terminal.pour(Buffer.from(formedText(text, { isJson: isWhole, asJsonLine, isForTerminal })));
    const read = {
      answer: { ...answer, logId: answer.logId ?? logId },
      body: text,
      at: terminal.clock.now(),
    };
    const words = envelope === null ? null : { code: String(envelope.code), message: envelope.msg };
    return tellProblem(refusedProblem(read, words), asJsonLine, context);
  }
  if (form === 'as-it-is' && output !== null) {
    await writeOut(bytes, wishes, context);
    return exitCodes.done;
  }
  const isMessage = form === 'message' && isWhole;
  const message = isMessage ? messageOfAnswer(text) : text;
  if (message === null) {
    terminal.err(`coze-mint: ${say('call.no-message')}\n`);
    return exitCodes.no;
  }
  const isForTerminal = output === null && terminal.stdoutIsTerminal;
  const formed = isMessage
    ? formedText(`${message}\n`, { isJson: false, asJsonLine, isForTerminal })
    : formedText(message, { isJson: isWhole, asJsonLine, isForTerminal });
  await writeOut(Buffer.from(formed), wishes, context);
  return exitCodes.done;
}

async function printBinary(answer: OpenAnswer, { form, output }: AnswerWishes, context: CommandContext) {
  if (!isGood(answer)) {
    const read = { answer, body: '', at: context.terminal.clock.now() };
    return tellProblem(refusedProblem(read, null), form === 'json', context);
  }
  const type = answer.contentType ?? '-';
  if (output === null && form !== 'as-it-is') throw new UsageError('call.binary-has-no-text', { type });
  if (output === null && context.terminal.stdoutIsTerminal) {
    throw new UsageError('call.binary-to-terminal', { type });
  }
  const sink = await openSink(output ?? '-', context.terminal);
  await keepingIf(sink, async () => {
    for await (const chunk of answer.chunks) await sink.write(chunk);
  });
  return exitCodes.done;
}

/**
 * Prints an answer while it comes. What was refused is printed as well, but never goes to the file.
 *
 * @returns `no` when the server or Coze refused, or a stream did not come to a good end
 * @throws UsageError for binary that is to be text, JSON or on a terminal, and for a file that cannot be written
 * @throws what reading the answer throws
 */
export async function printAnswer(
  answer: OpenAnswer,
  wishes: AnswerWishes,
  context: CommandContext,
): Promise<ExitCode> {
  if (wishes.withHead) printHead(answer, context);
  switch (answer.kind) {
    case 'events':
      return isGood(answer)
        ? printStream(answer, wishes.form, wishes.output, context)
        : printRefusedStream(answer, wishes.form, context);
    case 'binary':
      return printBinary(answer, wishes, context);
    case 'json':
    case 'text':
      return printWhole(answer, wishes, context);
  }
}
