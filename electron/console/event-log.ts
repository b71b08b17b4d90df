import { type FileHandle, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { StreamEvent } from '../../shared/console-run.ts';
import type { PassingFolder } from './passing-folder.ts';

/** What a log can hold. */
export interface LogEntry {
  /** From 0, without gaps. */
  readonly index: number;
  readonly data: string;
}

/** All events of one stream: the newest in memory, those before in a file. */
export interface EventLog<Entry extends LogEntry = StreamEvent> {
  /** @throws ProblemError `console/no-room` when the disk does not take older ones */
  readonly add: (event: Entry) => Promise<void>;
  readonly count: () => number;
  /** From the index `from` on, as many as there are and fit: at most `limit`, and not much over the size of a page. */
  readonly read: (from: number, limit: number) => Promise<Entry[]>;
  readonly drop: () => Promise<void>;
}

export interface EventLogLimits {
  readonly events: number;
  /** Characters of data. */
  readonly characters: number;
}

const usualLimits: EventLogLimits = { events: 4000, characters: 4 * 1024 * 1024 };
/** Characters of data that one reading gives. */
const pageCharacters = 4 * 1024 * 1024;

/** Events that were written together, one JSON text a line. */
interface Block {
  readonly first: number;
  readonly count: number;
  readonly offset: number;
  readonly length: number;
}

const sizeOf = ({ data }: LogEntry) => data.length + 100;

async function readBlock<Entry>(file: FileHandle, { offset, length }: Block): Promise<readonly Entry[]> {
  const bytes = Buffer.alloc(length);
  await file.read(bytes, 0, length, offset);
  return bytes
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);
}

/** @param name - of the file, in `folder`; it is made when the memory is full */
export function createEventLog<Entry extends LogEntry = StreamEvent>(
  name: string,
  folder: PassingFolder,
  limits = usualLimits,
): EventLog<Entry> {
  let newest: Entry[] = [];
  let characters = 0;
  let first = 0;
  let end = 0;
  const blocks: Block[] = [];
  let file: { readonly path: string; readonly handle: FileHandle } | null = null;

  async function openFile(): Promise<FileHandle> {
    const filePath = path.join(await folder.ready(), name);
    const handle = await open(filePath, 'wx+', 0o600);
    file = { path: filePath, handle };
    return handle;
  }

  /** The older half goes to the file; it stays readable in memory until it is there. */
  async function makeRoom(): Promise<void> {
    const older = newest.slice(0, Math.ceil(newest.length / 2));
    const bytes = Buffer.from(`${older.map((event) => JSON.stringify(event)).join('\n')}\n`);
    const handle = file?.handle ?? (await openFile());
    await handle.write(bytes, 0, bytes.length, end);
    blocks.push({ first, count: older.length, offset: end, length: bytes.length });
    end += bytes.length;
    first += older.length;
    newest = newest.slice(older.length);
    characters = newest.reduce((sum, event) => sum + sizeOf(event), 0);
  }

  async function* from(index: number): AsyncGenerator<Entry> {
    let next = index;
    while (next < first) {
      const block = blocks.find((each) => next < each.first + each.count);
      if (block === undefined || file === null) return;
      for (const event of (await readBlock<Entry>(file.handle, block)).slice(next - block.first)) {
        yield event;
        next += 1;
      }
    }
    yield* newest.slice(next - first);
  }

  return {
    add: async (event) => {
      newest.push(event);
      characters += sizeOf(event);
      if (newest.length > limits.events || characters > limits.characters) await folder.attempt(makeRoom);
    },
    count: () => first + newest.length,
    read: async (index, limit) => {
      const page: Entry[] = [];
      let room = pageCharacters;
      for await (const event of from(index)) {
        page.push(event);
        room -= sizeOf(event);
        if (page.length >= limit || room <= 0) break;
      }
      return page;
    },
    drop: async () => {
      newest = [];
      if (file === null) return;
      const { handle, path: filePath } = file;
      file = null;
      await handle.close().catch(() => undefined);
      await rm(filePath, { force: true }).catch(() => undefined);
    },
  };
}
