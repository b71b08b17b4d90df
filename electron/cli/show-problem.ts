import type { CauseFacts } from '../../shared/coze/causes/cause-facts.ts';
import { causesOf } from '../../shared/coze/failure-causes.ts';
import { describeCause } from '../../shared/i18n/describe-cause.ts';
import { describeProblem } from '../../shared/i18n/describe-problem.ts';
import { type Problem, type ProblemCode, toProblem } from '../../shared/problem.ts';
import type { CommandContext } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { printable, printableJson } from './printable.ts';

const families: Readonly<Record<string, ExitCode>> = {
  key: exitCodes.usage,
  app: exitCodes.usage,
  mint: exitCodes.usage,
  input: exitCodes.usage,
  paste: exitCodes.usage,
  storage: exitCodes.usage,
  http: exitCodes.unreachable,
  keychain: exitCodes.keychain,
  exchange: exitCodes.no,
};

/** The exit code that a problem ends the program with. */
export function exitCodeOf(code: ProblemCode): ExitCode {
  if (code === 'cancelled') return exitCodes.interrupted;
  if (code === 'http/url-refused') return exitCodes.usage;
  return families[code.split('/', 1)[0] ?? ''] ?? exitCodes.no;
}

interface ProblemContext extends CommandContext {
  readonly asJson: boolean;
  /** What is known of the app whose request failed; null when it was about no app. */
  readonly facts?: CauseFacts | null;
  /** The server's answer stands on standard output, so that it need not be said again. */
  readonly isBodyPrinted?: boolean;
}

function serverLines({ server }: Problem, { say, isBodyPrinted = false }: ProblemContext): readonly string[] {
  if (server === null) return [];
  const body = isBodyPrinted ? '' : server.body.trim();
  return [
    say('problem.server', { status: server.status, logId: server.logId ?? say('problem.no-log-id') }),
    ...(body === '' ? [] : [body.replace(/^/gm, '  ')]),
  ];
}

/** More than these are seldom read on a terminal. */
const shownCauses = 2;

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' — ');

/**
 * Says on standard error what happened, why, and what to do, and what the server said; when JSON was asked for, also
 * as one line of it. With `facts` the likeliest causes are named in place of general advice. Gives the exit code.
 */
export function showProblem(thrown: unknown, context: ProblemContext): ExitCode {
  const { terminal, language, asJson, facts = null, say } = context;
  const problem = toProblem(thrown);
  const causes = facts === null ? [] : causesOf(problem, facts);
  const { title, why, means, todo } = describeProblem(problem, language);
  const numbered = causes.slice(0, shownCauses).map((cause, index) => {
    const { what, why, todo } = describeCause(cause, language);
    return `  ${index + 1}. ${joined([what, why, todo])}`;
  });
  const lines = [
    `coze-mint: ${joined([title, why, means, causes.length === 0 ? todo : ''])}`,
    ...(causes.length === 0 ? [] : [say('problem.causes'), ...numbered]),
    ...serverLines(problem, context),
  ];
  terminal.err(`${printable(lines.join('\n'))}\n`);
  if (asJson) {
    const words = causes.length === 0 ? { problem } : { problem, causes };
    terminal.err(`${printableJson(JSON.stringify(words))}\n`);
  }
  return exitCodeOf(problem.code);
}
