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

function serverLines({ server }: Problem, { say }: CommandContext): readonly string[] {
  if (server === null) return [];
  const body = server.body.trim();
  return [
    say('problem.server', { status: server.status, logId: server.logId ?? say('problem.no-log-id') }),
    ...(body === '' ? [] : [body.replace(/^/gm, '  ')]),
  ];
}

interface ProblemContext extends CommandContext {
  readonly asJson: boolean;
}

/**
 * Says on standard error what happened, why, and what to do, and what the server said; when JSON was asked for, also
 * as one line of it. Gives the exit code.
 */
export function showProblem(thrown: unknown, context: ProblemContext): ExitCode {
  const { terminal, language, asJson } = context;
  const problem = toProblem(thrown);
  const { title, why, means, todo } = describeProblem(problem, language);
  const sentence = [title, why, means, todo].filter((part) => part !== '').join(' — ');
  const lines = [`coze-mint: ${sentence}`, ...serverLines(problem, context)];
  terminal.err(`${printable(lines.join('\n'))}\n`);
  if (asJson) terminal.err(`${printableJson(JSON.stringify({ problem }))}\n`);
  return exitCodeOf(problem.code);
}
