import { serverWords } from '../../shared/coze/exchange-answer.ts';
import { ProblemError, type ServerWords } from '../../shared/problem.ts';
import { redact } from '../../shared/redact.ts';
import type { EpochMilliseconds } from '../../shared/time.ts';
import type { OpenAnswer } from '../console/open-request.ts';
import type { CommandContext } from './command.ts';
import type { ExitCode } from './exit-codes.ts';

/** An answer and what was read of it. */
export interface ReadAnswer {
  readonly answer: Pick<OpenAnswer, 'status' | 'headers' | 'logId'>;
  /** Empty where it was printed while it came. */
  readonly body: string;
  readonly at: EpochMilliseconds;
}

/** Coze's own words about what went wrong. */
export interface CozeWords {
  /** In its own digits; empty where there is none. */
  readonly code: string;
  readonly message: string;
}

const longestMessage = 1000;

function wordsOf({ answer, body, at }: ReadAnswer): ServerWords {
  const { status, headers, logId } = answer;
  const words = serverWords({ status, headers, body, at });
  return { ...words, logId: words.logId ?? logId };
}

/** The code as a number where one holds it, as an envelope has it. */
function paramsOf({ code, message }: CozeWords) {
  const number = /^-?\d+$/.test(code) ? Number(code) : Number.NaN;
  return {
    ...(code === '' ? {} : { code: Number.isSafeInteger(number) ? number : code }),
    message: redact(message).slice(0, longestMessage),
  };
}

const reasonOf = ({ code }: CozeWords) => (code === '' ? 'message' : 'code');

/** The server refused the request, with Coze's words about it where there are any. */
export function refusedProblem(read: ReadAnswer, words: CozeWords | null): ProblemError {
  const { status } = read.answer;
  const params = words === null ? { reason: 'status' } : { reason: reasonOf(words), ...paramsOf(words) };
  return new ProblemError('call/refused', { params: { status, ...params }, server: wordsOf(read) });
}

/** Coze gave up in the middle of a stream. */
export function failedStreamProblem(read: ReadAnswer, words: CozeWords): ProblemError {
  return new ProblemError('call/stream-failed', {
    params: { reason: reasonOf(words), ...paramsOf(words) },
    server: wordsOf(read),
  });
}

/** A stream ended, and did not say that it was done. */
export function unfinishedStreamProblem(read: ReadAnswer): ProblemError {
  return new ProblemError('call/stream-unfinished', { server: wordsOf(read) });
}

/** Says what went wrong with an answer that stands on standard output already. Gives the exit code. */
export async function tellProblem(
  problem: ProblemError,
  asJson: boolean,
  context: CommandContext,
): Promise<ExitCode> {
  const { showProblem } = await import('./show-problem.ts');
  return showProblem(problem, { ...context, asJson, isBodyPrinted: true });
}
