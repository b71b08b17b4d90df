import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The built `coze-mint serve`, running. */
export interface ServeProgram {
  /** Its first link. */
  readonly link: URL;
  /** Asks its terminal for another link, as Enter does. */
  readonly nextLink: () => Promise<URL>;
  /** What it said on standard error so far. */
  readonly terminal: () => string;
  /** Ends it by a signal and gives its exit code, or the signal that it died of. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>;
}

const program = fileURLToPath(new URL('../../out/cli/coze-mint.js', import.meta.url));

async function endChild(
  child: ChildProcess,
  signal: NodeJS.Signals,
): Promise<number | NodeJS.Signals | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    const deadline = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.kill(signal);
    await gone;
    clearTimeout(deadline);
  }
  return child.exitCode ?? child.signalCode;
}

/**
 * Starts the built `coze-mint serve` and waits for its link.
 *
 * @throws Error with what it said when it ends before that
 */
export async function startServe(env: Readonly<Record<string, string>>): Promise<ServeProgram> {
  const child = spawn(process.execPath, [program, 'serve', '--no-open'], { env, stdio: 'pipe' });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const lines = createInterface(child.stdout);
  const nextLine = async () => {
    const ended = once(child, 'exit').then(() => {
      throw new Error(`coze-mint serve has ended: ${said}`);
    });
    const [line] = await Promise.race([once(lines, 'line'), ended]);
    return new URL(String(line));
  };
  return {
    link: await nextLine(),
    nextLink: () => {
      child.stdin.write('\n');
      return nextLine();
    },
    terminal: () => said,
    end: (signal) => endChild(child, signal),
  };
}
