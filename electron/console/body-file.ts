import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { ByteSpan } from './byte-span.ts';

/** A file that grows while it is read. */
export interface BodyFile {
  /**
   * Takes bytes that nobody changes any more. It waits only when too much is on its way to the disk.
   *
   * @throws what the file system throws, also for bytes that were taken before
   */
  readonly append: (chunk: Uint8Array) => Promise<void>;
  /** Bytes that can be read. */
  readonly written: () => number;
  /** Waits until all of it can be read, and takes no more. Throws as `append` does. */
  readonly finish: () => Promise<void>;
  readonly read: (span: ByteSpan) => Readable;
  readonly remove: () => Promise<void>;
}

/** Bytes on their way to the disk. */
const longestBacklog = 2 * 1024 * 1024;

/** Bytes that are read at once. */
const readStep = 1024 * 1024;

interface Backlog {
  chunks: Uint8Array[];
  bytes: number;
}

const empty = (): Backlog => ({ chunks: [], bytes: 0 });

/** Makes the file; it must not be there. */
export async function createBodyFile(path: string): Promise<BodyFile> {
  const handle: FileHandle = await open(path, 'wx', 0o600);
  let backlog = empty();
  let written = 0;
  let writing: Promise<void> | null = null;
  let failure: { readonly thrown: unknown } | null = null;

  async function write(): Promise<void> {
    // Whatever else comes in this turn goes along.
    await Promise.resolve();
    try {
      while (backlog.bytes > 0) {
        const { chunks, bytes } = backlog;
        backlog = empty();
        const { bytesWritten } = await handle.writev(chunks);
        if (bytesWritten !== bytes) throw Object.assign(new Error('written in part'), { code: 'ENOSPC' });
        written += bytes;
      }
    } catch (thrown) {
      failure = { thrown };
    } finally {
      writing = null;
    }
  }

  function check(): void {
    if (failure !== null) throw failure.thrown;
  }

  return {
    append: async (chunk) => {
      check();
      backlog.chunks.push(chunk);
      backlog.bytes += chunk.length;
      writing ??= write();
      if (backlog.bytes > longestBacklog) await writing;
      check();
    },
    written: () => written,
    finish: async () => {
      await writing;
      await handle.close().catch(() => undefined);
      check();
    },
    read: (span) => createReadStream(path, { start: span.from, end: span.to, highWaterMark: readStep }),
    remove: async () => {
      await writing;
      await handle.close().catch(() => undefined);
      await rm(path, { force: true }).catch(() => undefined);
    },
  };
}
