import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { errorCode } from '../../shared/error-code.ts';
import { shownSize } from './shown-size.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Where the bytes of an answer go. */
export interface AnswerSink {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** The answer is there whole. */
  readonly keep: () => Promise<void>;
  /** It is not: what was there before stays. */
  readonly drop: () => Promise<void>;
}

/** Milliseconds between two lines about the progress. */
const pace = 200;

/** Tells a person at a terminal how much there is; anybody else is told nothing. */
function createProgress({ stderrIsTerminal, err, clock }: Terminal) {
  let size = 0;
  let told = Number.NEGATIVE_INFINITY;
  return {
    add: (bytes: number) => {
      size += bytes;
      if (!stderrIsTerminal || clock.now() - told < pace) return;
      told = clock.now();
      err(`\r\u001b[K${shownSize(size)}`);
    },
    end: () => {
      if (stderrIsTerminal && told > 0) err('\r\u001b[K');
    },
  };
}

function unwritable(path: string, thrown: unknown): UsageError {
  return new UsageError('call.output-unwritable', { path, reason: errorCode(thrown) });
}

/** True for a device or a pipe, which is written to as it is; a file is replaced when its successor is whole. */
async function isSpecial(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isFile();
  } catch {
    return false;
  }
}

/**
 * A file that appears, or is replaced, when the answer is there whole.
 *
 * @throws UsageError, also from `write` and `keep`, when it cannot be written
 */
async function openFileSink(path: string, terminal: Terminal): Promise<AnswerSink> {
  const progress = createProgress(terminal);
  const isDirect = await isSpecial(path);
  const target = isDirect ? path : `${path}.${Buffer.from(terminal.randomBytes(6)).toString('hex')}.part`;

  async function orExplain<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (thrown) {
      throw unwritable(path, thrown);
    }
  }

  const file: FileHandle = await orExplain(() => open(target, isDirect ? 'w' : 'wx'));
  return {
    write: async (bytes) => {
      await orExplain(() => file.writeFile(bytes));
      progress.add(bytes.length);
    },
    keep: async () => {
      progress.end();
      await orExplain(async () => {
        await file.close();
        if (!isDirect) await rename(target, path);
      });
    },
    drop: async () => {
      progress.end();
      await file.close().catch(() => undefined);
      if (!isDirect) await rm(target, { force: true });
    },
  };
}

/** Standard output. */
function stdoutSink({ pour }: Terminal): AnswerSink {
  return { write: pour, keep: async () => undefined, drop: async () => undefined };
}

/**
 * Where an answer goes.
 *
 * @param output - a file, or `-` for standard output
 * @throws UsageError for a file that cannot be written
 */
export async function openSink(output: string, terminal: Terminal): Promise<AnswerSink> {
  return output === '-' ? stdoutSink(terminal) : openFileSink(output, terminal);
}

/** Keeps what `work` wrote, or drops it when that fails. */
export async function keepingIf<Value>(sink: AnswerSink, work: () => Promise<Value>): Promise<Value> {
  try {
    const value = await work();
    await sink.keep();
    return value;
  } catch (thrown) {
    await sink.drop();
    throw thrown;
  }
}
