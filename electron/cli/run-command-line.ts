import { type Command, type CommandContext, type CommandName, isCommandName } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { guessLanguage } from './language.ts';
import { printable } from './printable.ts';
import type { Terminal } from './terminal.ts';
import { loadTexts } from './texts.ts';
import { unknownCommand } from './unknown-command.ts';
import { UsageError } from './usage-error.ts';

const loaders: Readonly<Record<CommandName, () => Promise<Command>>> = {
  decode: async () => (await import('./commands/decode.ts')).decode,
  lint: async () => (await import('./commands/lint.ts')).lint,
  sign: async () => (await import('./commands/sign.ts')).sign,
  mint: async () => (await import('./commands/mint.ts')).mint,
  call: async () => (await import('./commands/call.ts')).call,
  keys: async () => (await import('./commands/keys.ts')).keys,
  apps: async () => (await import('./commands/apps.ts')).apps,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  practice: async () => (await import('./commands/practice.ts')).practice,
  completion: async () => (await import('./commands/completion.ts')).completion,
  serve: async () => (await import('./commands/serve.ts')).serve,
  help: async () => (await import('./commands/help.ts')).help,
  version: async () => (await import('./commands/version.ts')).version,
};

function asksForHelp(args: readonly string[]): boolean {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length);
  return options.some((arg) => arg === '--help' || arg === '-h');
}

function showUsageError(error: UsageError, name: string | null, { terminal, say }: CommandContext): ExitCode {
  const params = Object.fromEntries(
    Object.entries(error.params).map(([key, value]) => [key, printable(String(value)).slice(0, 400)]),
  );
  terminal.err(`coze-mint: ${say(error.textKey, params)}\n`);
  terminal.err(`${say('usage.see-help', { command: name === null ? 'coze-mint' : `coze-mint ${name}` })}\n`);
  return exitCodes.usage;
}

async function runCommand(
  name: CommandName,
  args: readonly string[],
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, say } = context;
  if (asksForHelp(args)) {
    terminal.out(`${say(`help.${name}`)}\n`);
    return exitCodes.done;
  }
  try {
    const command = await loaders[name]();
    const code = await command(args, context);
    return terminal.isUnread() ? exitCodes.done : code;
  } catch (thrown) {
    if (terminal.isUnread()) return exitCodes.done;
    if (terminal.outputFailure() !== null) return exitCodes.usage;
    if (thrown instanceof UsageError) return showUsageError(thrown, name, context);
    const { showProblem } = await import('./show-problem.ts');
    return showProblem(thrown, { ...context, asJson: args.includes('--json') });
  }
}

/** Splits off the command's name: options that every command has may stand before it. */
function splitName(args: readonly string[]): {
  readonly name: string | null;
  readonly rest: readonly string[];
} {
  const index = args.findIndex((arg, at) => !arg.startsWith('-') && args[at - 1] !== '--lang');
  if (index === -1) return { name: null, rest: args };
  return { name: args[index] ?? null, rest: args.toSpliced(index, 1) };
}

async function carryOut(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, say } = context;
  const { name, rest } = splitName(args);
  if (name !== null && isCommandName(name)) return runCommand(name, rest, context);
  if (name !== null) return showUsageError(unknownCommand(name), null, context);
  if (asksForHelp(args)) {
    terminal.out(`${say('help.all')}\n`);
    return exitCodes.done;
  }
  const others = args.filter((arg) => arg !== '--version' && arg !== '-v');
  if (others.length < args.length) return runCommand('version', others, context);
  terminal.err(`${say('help.all')}\n`);
  return exitCodes.usage;
}

/** Runs `coze-mint` with the arguments after the program's name, and gives the exit code. Never throws. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const language = guessLanguage(args, terminal.env);
  const context: CommandContext = { terminal, language, say: await loadTexts(language) };
  const code = await carryOut(args, context);
  await terminal.flush();
  const reason = terminal.outputFailure();
  if (reason === null) return code;
  terminal.err(`coze-mint: ${context.say('output.unwritable', { reason })}\n`);
  return exitCodes.usage;
}
