import { cliRefusalsEn } from '../../shared/i18n/cli-refusals.en.ts';
import { cliRefusalsZh } from '../../shared/i18n/cli-refusals.zh.ts';
import { problemTextsEn } from '../../shared/i18n/problem-texts.en.ts';
import { problemTextsZh } from '../../shared/i18n/problem-texts.zh.ts';
import { type Problem, type ProblemCode, toProblem } from '../../shared/problem.ts';
import type { CommandContext } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { fillText } from './fill-text.ts';
import type { Language } from './language.ts';
import { printable } from './printable.ts';

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

/** The advice for what the token endpoint refused; null for any other problem. */
function refusalAdvice({ code, params }: Problem, language: Language): string | null {
  const advice: Readonly<Record<string, string>> = language === 'zh' ? cliRefusalsZh : cliRefusalsEn;
  const kind = String(params['kind']);
  return code === 'exchange/refused' && Object.hasOwn(advice, kind) ? (advice[kind] ?? null) : null;
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
  const { title, why, todo } = (language === 'zh' ? problemTextsZh : problemTextsEn)[problem.code];
  const sentence = [title, why, refusalAdvice(problem, language) ?? todo]
    .filter((part) => part !== '')
    .map((part) => fillText(part, problem.params))
    .join(' — ');
  const lines = [`coze-mint: ${sentence}`, ...serverLines(problem, context)];
  terminal.err(`${printable(lines.join('\n'))}\n`);
  if (asJson) terminal.err(`${JSON.stringify({ problem })}\n`);
  return exitCodeOf(problem.code);
}
