import { spawn } from 'node:child_process';
import type { BuiltCli } from './build-cli.ts';

export interface Ended {
  /** Or the signal that ended it. */
  readonly code: number | NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  /** Resolves with the first line of standard output. */
  readonly firstLine: Promise<string>;
  readonly ended: Promise<Ended>;
  /** Goes away as `| head` does. */
  readonly closeOutput: () => void;
  readonly kill: (signal: NodeJS.Signals) => void;
}

type Environment = Readonly<Record<string, string>>;

function withResolvers() {
  let resolve: (line: string) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<string>((onLine, onFailure) => {
    resolve = onLine;
    reject = onFailure;
  });
  return { promise, resolve, reject };
}

/** Starts the built program in a session of its own, so that it has no controlling terminal. */
export function startCli(
  { program }: BuiltCli,
  args: readonly string[],
  stdin = '',
  env: Environment = {},
): Running {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env['PATH'], LANG: 'C', TZ: 'Asia/Shanghai', ...env },
    stdio: 'pipe',
    detached: true,
  });
  const printed = { out: '', err: '' };
  const first = withResolvers();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text;
    if (printed.out.includes('\n')) first.resolve(printed.out.split('\n', 1)[0] ?? '');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.err += text;
  });
  child.stdin.on('error', () => undefined).end(stdin);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? signal, ...printed }));
  });
  ended.then(({ err }) => first.reject(new Error(`ended without a line: ${err}`)), first.reject);
  first.promise.catch(() => undefined);
  return {
    firstLine: first.promise,
    ended,
    closeOutput: () => child.stdout.destroy(),
    kill: (signal) => child.kill(signal),
  };
}

export function runCli(
  cli: BuiltCli,
  args: readonly string[],
  stdin = '',
  env: Environment = {},
): Promise<Ended> {
  return startCli(cli, args, stdin, env).ended;
}
