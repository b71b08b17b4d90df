import type { OpenAnswer } from '../console/open-request.ts';
import type { AnswerForm } from './answer-form.ts';
import {
  failedStreamProblem,
  type ReadAnswer,
  refusedProblem,
  tellProblem,
  unfinishedStreamProblem,
} from './answer-problem.ts';
import { type AnswerSink, keepingIf, openSink } from './answer-sink.ts';
import type { CommandContext } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { printEvents, type StreamOutcome, stdoutPage } from './print-events.ts';

/** The same chunks, each written down before it is passed on; kept only when all of them came. */
async function* writtenTo(sink: AnswerSink, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    await sink.write(chunk);
    yield chunk;
  }
}

/** Says on standard error when a stream did not come to a good end: Coze gave up, or it ended without saying so. */
async function tellOutcome(
  { failure, waitingFor, isEnded }: StreamOutcome,
  read: ReadAnswer,
  asJson: boolean,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, say } = context;
  if (waitingFor !== null) terminal.err(`coze-mint: ${say(`call.waiting.${waitingFor}`)}\n`);
  if (failure !== null) return tellProblem(failedStreamProblem(read, failure), asJson, context);
  return isEnded ? exitCodes.done : tellProblem(unfinishedStreamProblem(read), asJson, context);
}

/**
 * Prints a stream while it comes.
 *
 * @param output - the file that it goes to; null for standard output
 * @throws UsageError for a file that cannot be written
 * @throws what reading the answer throws
 */
export async function printStream(
  answer: OpenAnswer,
  form: AnswerForm,
  output: string | null,
  context: CommandContext,
): Promise<ExitCode> {
  const { chunks } = answer;
  const asJson = form === 'json';
  const outcome = async (printing: Promise<StreamOutcome>) => {
    const ended = await printing;
    return tellOutcome(ended, { answer, body: '', at: context.terminal.clock.now() }, asJson, context);
  };
  if (output === null) {
    return outcome(printEvents(chunks, form === 'as-it-is' ? 'events' : form, stdoutPage(context)));
  }
  const sink = await openSink(output, context.terminal);
  const page = { write: (text: string) => sink.write(Buffer.from(text)), isTerminal: false };
  return keepingIf(sink, () =>
    outcome(
      form === 'as-it-is'
        ? printEvents(writtenTo(sink, chunks), 'none', page)
        : printEvents(chunks, form, page),
    ),
  );
}

/**
 * Prints a stream that came with an error status.
 *
 * @throws what reading the answer throws
 */
export async function printRefusedStream(
  answer: OpenAnswer,
  form: AnswerForm,
  context: CommandContext,
): Promise<ExitCode> {
  const asJson = form === 'json';
  const { failure } = await printEvents(answer.chunks, asJson ? 'json' : 'events', stdoutPage(context));
  const read = { answer, body: '', at: context.terminal.clock.now() };
  return tellProblem(refusedProblem(read, failure), asJson, context);
}
