import { styleText } from 'node:util';
import { type Clock, epochMilliseconds } from '../../shared/time.ts';
import { onEndSignal } from '../end-signals.ts';
import type { KeychainLine } from '../keys/keychain-line.ts';
import type { KeytarStore } from '../keys/keytar-backend.ts';
import { openOutput } from './output-stream.ts';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** Everything that a command knows of the process that it runs in. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly stdinIsTerminal: boolean;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Results. */
  readonly out: (text: string) => void;
  /** Results that are no text, or much of it: resolves when they are written. Rejects when they cannot be. */
  readonly pour: (bytes: Uint8Array) => Promise<void>;
  /** Everything else. */
  readonly err: (text: string) => void;
  /** Resolves when everything is written. */
  readonly flush: () => Promise<void>;
  /** Colours the text for standard output, or leaves it where colour is not wanted. */
  readonly paint: (style: Style, text: string) => string;
  /** Aborted by SIGINT, SIGTERM and SIGHUP, which from the first call on do not end the process any more. */
  readonly interruption: () => AbortSignal;
  /** True when the reader of results or of the rest went away; then nobody is left to be told anything. */
  readonly isUnread: () => boolean;
  /** Why results could not be written, such as `ENOSPC`, which interrupts the command; null while they could. */
  readonly outputFailure: () => string | null;
  /** One line that the person types; null where standard input is no terminal. Rejects with an `AbortError` on Ctrl+C. */
  readonly ask: (question: string) => Promise<string | null>;
  /** The keychain of the system, opened when it is first asked for. */
  readonly keychain: () => Promise<KeytarStore>;
  /** True while a call into the keychain hangs, which keeps the process from ending in the usual way. */
  readonly isKeychainHanging: () => boolean;
  /** Ends the connection to the keychain, where that can be done. */
  readonly hangUp: () => void;
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
        onEndSignal(process, () => created.abort());
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

async function askOn({ stdin, stderr }: NodeJS.Process, question: string): Promise<string | null> {
  if (stdin.isTTY !== true) return null;
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('SIGINT', () => reject(new DOMException('the question was left', 'AbortError')));
      lines.once('close', () => resolve(''));
      lines.question(question, resolve);
    });
  } finally {
    lines.close();
  }
}

interface OpenKeychain {
  readonly store: KeytarStore;
  readonly line: KeychainLine;
}

async function openKeychain(): Promise<OpenKeychain> {
  const { watchKeychainLine } = await import('../keys/keychain-line.ts');
  const { createKeytarStore, keychainService } = await import('../keys/keytar-backend.ts');
  return { store: createKeytarStore({ service: keychainService }), line: watchKeychainLine() };
}

/**
 * The real thing. A reader that goes away (`| head`) ends the program quietly, as an interruption does; so does a disk
 * that is full, but not quietly. Each of the streams is opened when it is first needed: opening all three takes longer
 * than many a command.
 */
export function openTerminal(process: NodeJS.Process): Terminal {
  const interruption = createInterruption(process);
  let isUnread = false;
  let outputFailure: string | null = null;
  let opening: Promise<OpenKeychain> | null = null;
  let keychain: OpenKeychain | null = null;

  function leaveUnread(): void {
    isUnread = true;
    if (!interruption.interrupt()) process.exit(process.exitCode ?? 0);
  }

  const stdout = openOutput(
    () => process.stdout,
    1,
    ({ code = 'unknown' }) => {
      if (code === 'EPIPE') return leaveUnread();
      outputFailure ??= code;
      interruption.interrupt();
    },
  );
  const stderr = openOutput(
    () => process.stderr,
    2,
    ({ code }) => {
      // Anything else is nothing that anybody could be told.
      if (code === 'EPIPE') leaveUnread();
    },
  );
  return {
    env: process.env,
    clock: { now: () => epochMilliseconds(Date.now()) },
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    get stdinIsTerminal() {
      return process.stdin.isTTY === true;
    },
    get stdin() {
      return process.stdin;
    },
    get stdoutIsTerminal() {
      return process.stdout.isTTY === true;
    },
    get stderrIsTerminal() {
      return process.stderr.isTTY === true;
    },
    out: stdout.write,
    pour: stdout.pour,
    err: stderr.write,
    flush: async () => {
      await Promise.all([stdout.flush(), stderr.flush()]);
    },
    paint: (style, text) =>
      wantsColour(process.env, process.stdout.isTTY === true)
        ? styleText(style, text, { validateStream: false })
        : text,
    interruption: interruption.signal,
    isUnread: () => isUnread,
    outputFailure: () => outputFailure,
    ask: (question) => askOn(process, question),
    keychain: async () => {
      opening ??= openKeychain();
      keychain = await opening;
      return keychain.store;
    },
    isKeychainHanging: () => keychain?.store.isHanging() === true,
    hangUp: () => keychain?.line.hangUp(),
  };
}
