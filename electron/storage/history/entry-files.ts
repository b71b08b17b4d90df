import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import {
  consoleRunSchema,
  type HistoryEntry,
  historyEntrySchema,
  runRequestSchema,
} from '../../../shared/console-run.ts';
import { errorCode } from '../../../shared/error-code.ts';
import { makeFolder } from '../make-folder.ts';

const recordSchema = z.object({
  entry: historyEntrySchema,
  request: runRequestSchema,
  /** True when the request's body was too long to be kept. */
  bodyLeftOut: z.boolean(),
  run: consoleRunSchema,
  /** When each event of a stream came, in milliseconds after the request. */
  eventTimes: z.array(z.number()),
});

/** A request that has ended, without a secret, as it stands in its file. */
export type HistoryRecord = Readonly<z.infer<typeof recordSchema>>;

/** The files of the entries, two for each: what is known of it, and the body of the answer. */
export interface EntryFiles {
  /** @returns bytes on disk @throws what the file system throws; then nothing of it is left */
  readonly write: (record: HistoryRecord, body: Uint8Array | null) => Promise<number>;
  /** Null when it is gone or damaged. */
  readonly read: (historyId: string) => Promise<HistoryRecord | null>;
  /** Null when there is none. */
  readonly readBody: (historyId: string) => Promise<Uint8Array | null>;
  /**
   * Ids that have a file, and of each whether it can be whole: that with what is known is written last. Null when the
   * folder cannot be read.
   */
  readonly ids: () => Promise<ReadonlyMap<string, boolean> | null>;
  /** Removes what is there of them; what cannot be removed stays. */
  readonly remove: (historyIds: readonly string[]) => Promise<void>;
  /** What an index says of it, from its own file; null when that is damaged. */
  readonly entryOf: (
    historyId: string,
  ) => Promise<{ readonly entry: HistoryEntry; readonly size: number } | null>;
}

const removedAtATime = 32;

async function namesIn(folder: string): Promise<readonly string[] | null> {
  try {
    return await readdir(folder);
  } catch (thrown) {
    return errorCode(thrown) === 'ENOENT' ? [] : null;
  }
}

const sizeOf = (file: string) =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

export function createEntryFiles(folder: string): EntryFiles {
  const recordFile = (historyId: string) => path.join(folder, `${historyId}.json`);
  const bodyFile = (historyId: string) => path.join(folder, `${historyId}.body`);

  async function remove(historyIds: readonly string[]): Promise<void> {
    for (let at = 0; at < historyIds.length; at += removedAtATime) {
      const files = historyIds.slice(at, at + removedAtATime).flatMap((id) => [recordFile(id), bodyFile(id)]);
      await Promise.all(files.map((file) => rm(file, { force: true }).catch(() => undefined)));
    }
  }

  async function readText(historyId: string): Promise<string | null> {
    return readFile(recordFile(historyId), 'utf8').catch(() => null);
  }

  async function read(historyId: string): Promise<HistoryRecord | null> {
    const text = await readText(historyId);
    if (text === null) return null;
    try {
      const { data } = recordSchema.safeParse(JSON.parse(text));
      return data?.entry.historyId === historyId ? data : null;
    } catch {
      return null;
    }
  }

  const readBody = (historyId: string) => readFile(bodyFile(historyId)).catch(() => null);

  return {
    write: async (record, body) => {
      const { historyId } = record.entry;
      const text = JSON.stringify(record);
      try {
        await makeFolder(folder, 0o700);
        if (body !== null) await writeFile(bodyFile(historyId), body, { mode: 0o600 });
        await writeFile(recordFile(historyId), text, { mode: 0o600 });
      } catch (thrown) {
        await remove([historyId]);
        throw thrown;
      }
      return Buffer.byteLength(text) + (body?.length ?? 0);
    },
    read,
    readBody,
    ids: async () => {
      const names = await namesIn(folder);
      if (names === null) return null;
      const found = new Map<string, boolean>();
      for (const name of names) {
        const { name: id, ext } = path.parse(name);
        if (ext === '.json') found.set(id, true);
        else if (ext === '.body' && !found.has(id)) found.set(id, false);
      }
      return found;
    },
    remove,
    entryOf: async (historyId) => {
      const record = await read(historyId);
      if (record === null) return null;
      const sizes = [recordFile(historyId), bodyFile(historyId)].map(sizeOf);
      const [ofRecord = 0, ofBody = 0] = await Promise.all(sizes);
      return { entry: record.entry, size: ofRecord + ofBody };
    },
  };
}
