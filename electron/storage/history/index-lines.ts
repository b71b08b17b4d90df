import { type HistoryEntry, historyEntrySchema } from '../../../shared/console-run.ts';

/** One entry and what it takes on the disk. */
export interface Kept {
  readonly entry: HistoryEntry;
  /** Bytes of its files. */
  readonly size: number;
}

/** What the lines of an index come to. */
export interface FoldedIndex {
  readonly kept: Map<string, Kept>;
  /** Ids that were removed; files of theirs that are left are rubbish. */
  readonly removed: ReadonlySet<string>;
  readonly lines: number;
  /** Lines that cannot be understood; a last line that was cut off is none of them. */
  readonly damaged: number;
}

const header = '{"version":1}';

export const emptyIndexText = `${header}\n`;

export function addedLine({ entry, size }: Kept): string {
  return `${JSON.stringify({ add: entry, size })}\n`;
}

export function removedLine(historyIds: readonly string[]): string {
  return `${JSON.stringify({ remove: historyIds })}\n`;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(line: string): Fields | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

const linesAtATime = 1000;

/** Reads the text of an index, a thousand lines at a time, so that other work gets its turn. It never throws. */
export async function foldIndex(text: string): Promise<FoldedIndex> {
  const kept = new Map<string, Kept>();
  const removed = new Set<string>();
  const lines = text.split('\n');
  let damaged = 0;
  for (const [number, line] of lines.entries()) {
    if (number % linesAtATime === linesAtATime - 1) await new Promise(setImmediate);
    if (line === '' || line === header) continue;
    const fields = fieldsOf(line);
    const { data: entry } = historyEntrySchema.safeParse(fields?.['add']);
    const size = fields?.['size'];
    const gone = fields?.['remove'];
    if (entry !== undefined && typeof size === 'number') {
      kept.set(entry.historyId, { entry, size });
      removed.delete(entry.historyId);
    } else if (Array.isArray(gone)) {
      for (const id of gone) {
        kept.delete(String(id));
        removed.add(String(id));
      }
    } else if (number < lines.length - 1) damaged += 1;
  }
  return { kept, removed, lines: lines.length - 1, damaged };
}
