import { styleText } from 'node:util';
import { type Clock, epochMilliseconds } from '../../shared/time.ts';
import type { KeychainLine } from '../keys/keychain-line.ts';
import type { KeytarStore } from '../keys/keytar-backend.ts';

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
  /** Results that are no text, or much of it: resolves when they are written. Rejects when the reader went away. */
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

function pourInto(stream: NodeJS.WriteStream, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(bytes, (error) => {
      if (error) reject(new DOMException('the reader went away', 'AbortError'));
      else resolve();
    });
  });
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed) resolve();
    else stream.write('', () => resolve());
  });
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
 * The real thing. A reader that goes away (`| head`) ends the program quietly, as an interruption does. Each of the
 * streams is opened when it is first needed: opening all three takes longer than many a command.
 */
export function openTerminal(process: NodeJS.Process): Terminal {
  const interruption = createInterruption(process);
  const inUse = new Set<NodeJS.WriteStream>();
  let isUnread = false;
  let opening: Promise<OpenKeychain> | null = null;
  let keychain: OpenKeychain | null = null;

  function inUseFrom(stream: NodeJS.WriteStream): NodeJS.WriteStream {
    if (inUse.has(stream)) return stream;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      isUnread = true;
      if (!interruption.interrupt()) process.exit(process.exitCode ?? 0);
    });
    inUse.add(stream);
    return stream;
  }

  const stdout = () => inUseFrom(process.stdout);
  const stderr = () => inUseFrom(process.stderr);
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
    out: (text) => stdout().write(text),
    pour: (bytes) => pourInto(stdout(), bytes),
    err: (text) => stderr().write(text),
    flush: async () => {
      await Promise.all([...inUse].map(flushed));
    },
    paint: (style, text) =>
      wantsColour(process.env, process.stdout.isTTY === true)
        ? styleText(style, text, { validateStream: false })
        : text,
    interruption: interruption.signal,
    isUnread: () => isUnread,
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
