import { randomBytes } from 'node:crypto';
import { styleText } from 'node:util';
import { type Clock, epochMilliseconds } from '../../shared/time.ts';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** Everything that a command knows of the process that it runs in. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly stdinIsTerminal: boolean;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Results. */
  readonly out: (text: string) => void;
  /** Everything else. */
  readonly err: (text: string) => void;
  /** Colours the text for standard output, or leaves it where colour is not wanted. */
  readonly paint: (style: Style, text: string) => string;
  /** Aborted by SIGINT, SIGTERM and SIGHUP, which from the first call on do not end the process any more. */
  readonly interruption: () => AbortSignal;
}

function wantsColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

function createInterruption(process: NodeJS.Process) {
  let controller: AbortController | null = null;
  return {
    signal: () => {
      if (controller === null) {
        const created = new AbortController();
        controller = created;
        const abort = () => created.abort();
        for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, abort);
      }
      return controller.signal;
    },
    /** False when nobody listens. */
    interrupt: () => {
      controller?.abort();
      return controller !== null;
    },
  };
}

/** The real thing. A reader that goes away (`| head`) ends the program quietly, as an interruption does. */
export function openTerminal(process: NodeJS.Process): Terminal {
  const interruption = createInterruption(process);
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (!interruption.interrupt()) process.exit(process.exitCode ?? 0);
    });
  }
  const coloured = wantsColour(process.env, process.stdout.isTTY === true);
  return {
    env: process.env,
    clock: { now: () => epochMilliseconds(Date.now()) },
    randomBytes: (count) => randomBytes(count),
    stdinIsTerminal: process.stdin.isTTY === true,
    stdin: process.stdin,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    paint: (style, text) => (coloured ? styleText(style, text, { validateStream: false }) : text),
    interruption: interruption.signal,
  };
}
