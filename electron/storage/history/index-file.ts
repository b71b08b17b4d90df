import { appendFile, open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { makeFolder } from '../make-folder.ts';
import {
  addedLine,
  emptyIndexText,
  type FoldedIndex,
  foldIndex,
  type Kept,
  removedLine,
} from './index-lines.ts';

/** The index of the history: one line for each change, from time to time written anew without what is out of date. */
export interface IndexFile {
  /** A file that is not there, or no ordinary one, is an empty index. */
  readonly read: () => Promise<FoldedIndex>;
  /** @throws what the file system throws */
  readonly append: (change: { readonly add: Kept } | { readonly remove: readonly string[] }) => Promise<void>;
  /** Writes it anew. @throws what the file system throws; then the old one is still there */
  readonly rewrite: (kept: readonly Kept[]) => Promise<void>;
  /** Lines that are in it. */
  readonly lines: () => number;
}

/** Bytes; ten thousand entries take a twentieth of it. */
const sizeLimit = 128 * 1024 * 1024;

/** Whether the last line of a file was cut off, so that the next one has to begin with a line feed. */
async function isCut(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return false;
  try {
    const { size } = await handle.stat();
    if (size === 0) return false;
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0] !== 0x0a;
  } finally {
    await handle.close();
  }
}

export function createIndexFile(folder: string): IndexFile {
  const file = path.join(folder, 'index.jsonl');
  let lines = 0;

  async function textOf(): Promise<string> {
    try {
      const found = await stat(file);
      return found.isFile() && found.size <= sizeLimit ? await readFile(file, 'utf8') : '';
    } catch {
      return '';
    }
  }

  return {
    lines: () => lines,
    read: async () => {
      const folded = await foldIndex(await textOf());
      lines = folded.lines;
      return folded;
    },
    append: async (change) => {
      await makeFolder(folder, 0o700);
      const text = 'add' in change ? addedLine(change.add) : removedLine(change.remove);
      await appendFile(file, (await isCut(file)) ? `\n${text}` : text, { mode: 0o600 });
      lines += 1;
    },
    rewrite: async (kept) => {
      await makeFolder(folder, 0o700);
      await writeFileAtomic(file, emptyIndexText + kept.map(addedLine).join(''), { mode: 0o600 });
      lines = kept.length + 1;
    },
  };
}
