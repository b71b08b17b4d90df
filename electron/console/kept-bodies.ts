import path from 'node:path';
import { Readable } from 'node:stream';
import { type BodyFile, createBodyFile } from './body-file.ts';
import type { ByteSpan } from './byte-span.ts';
import type { PassingFolder } from './passing-folder.ts';

/** A body while it comes, and afterwards until it is dropped. */
export interface KeptBody {
  readonly bodyId: string;
  /** How a screen may be served it. */
  type: string;
  /**
   * Takes the next bytes, which nobody changes any more; they can be read in a moment.
   *
   * @returns false when there was no more room; what had any was taken
   * @throws ProblemError `console/no-room` when the disk does not take it
   */
  readonly append: (chunk: Uint8Array) => Promise<boolean>;
  /** `bytes` is what was taken. */
  readonly state: () => { readonly bytes: number; readonly truncated: boolean; readonly onDisk: boolean };
  /** Bytes that can be read at this moment; all that were taken when it is finished. */
  readonly readable: () => number;
  readonly read: (span: ByteSpan) => Readable;
  /** All of it when it is no longer than `limitBytes` and in memory; else null. */
  readonly whole: (limitBytes: number) => Uint8Array | null;
  /** The last bytes have come; all of them can be read afterwards. Throws as `append` does. */
  readonly finish: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

export interface KeptBodies {
  readonly create: () => KeptBody;
  readonly find: (bodyId: string) => KeptBody | null;
}

export interface BodyLimits {
  /** Bytes of one body in memory; what is longer stands in a file. */
  readonly inMemory: number;
  /** Bytes of all bodies in memory. */
  readonly inMemoryTogether: number;
  /** Bytes that are kept of one body. */
  readonly kept: number;
}

export const usualBodyLimits: BodyLimits = {
  inMemory: 8 * 1024 * 1024,
  inMemoryTogether: 64 * 1024 * 1024,
  kept: 2 * 1024 * 1024 * 1024,
};

export interface KeptBodiesOptions {
  readonly newId: () => string;
  readonly folder: PassingFolder;
  readonly limits?: BodyLimits;
}

function* slices(chunks: readonly Uint8Array[], { from, to }: ByteSpan): Generator<Uint8Array> {
  let at = 0;
  for (const chunk of chunks) {
    const slice = chunk.subarray(Math.max(0, from - at), Math.max(0, to + 1 - at));
    at += chunk.length;
    if (slice.length > 0) yield slice;
    if (at > to) return;
  }
}

/** Bytes that a reader is given at once: each piece takes a turn of its own on its way to a page. */
const longestPiece = 1024 * 1024;

function* inLongPieces(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < longestPiece) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}

/** Bodies of answers: in memory while they are small, in files beyond that, never longer than the limit. */
export function createKeptBodies({ newId, folder, limits = usualBodyLimits }: KeptBodiesOptions): KeptBodies {
  const bodies = new Map<string, KeptBody>();
  let together = 0;

  function create(): KeptBody {
    const bodyId = newId();
    let chunks: Uint8Array[] = [];
    let inMemory = 0;
    let taken = 0;
    let truncated = false;
    let dropped = false;
    let file: BodyFile | null = null;

    function forgetChunks(): void {
      chunks = [];
      together -= inMemory;
      inMemory = 0;
    }

    async function moveToDisk(): Promise<BodyFile> {
      const made = await createBodyFile(path.join(await folder.ready(), bodyId));
      for (const chunk of chunks) await made.append(chunk);
      file = made;
      forgetChunks();
      return made;
    }

    async function write(chunk: Uint8Array): Promise<void> {
      const fits =
        inMemory + chunk.length <= limits.inMemory && together + chunk.length <= limits.inMemoryTogether;
      if (file === null && fits) {
        // Its own copy: a small piece of the network's buffer would keep all of that alive.
        chunks.push(Uint8Array.from(chunk));
        inMemory += chunk.length;
        together += chunk.length;
      } else {
        await folder.attempt(async () => (file ?? (await moveToDisk())).append(chunk));
      }
      taken += chunk.length;
    }

    const body: KeptBody = {
      bodyId,
      type: 'application/octet-stream',
      append: async (chunk) => {
        if (dropped || truncated) return false;
        const room = limits.kept - taken;
        truncated = chunk.length > room;
        await write(truncated ? chunk.subarray(0, room) : chunk);
        return !truncated;
      },
      state: () => ({ bytes: taken, truncated, onDisk: file !== null }),
      readable: () => file?.written() ?? inMemory,
      read: (span) =>
        file === null || span.to < span.from
          ? Readable.from(inLongPieces(slices([...chunks], span)), { objectMode: false })
          : file.read(span),
      whole: (limitBytes) => (file === null && inMemory <= limitBytes ? Buffer.concat(chunks) : null),
      finish: async () => {
        await folder.attempt(async () => file?.finish());
      },
      drop: async () => {
        dropped = true;
        bodies.delete(bodyId);
        forgetChunks();
        await file?.remove();
      },
    };
    bodies.set(bodyId, body);
    return body;
  }

  return { create, find: (bodyId) => bodies.get(bodyId) ?? null };
}
