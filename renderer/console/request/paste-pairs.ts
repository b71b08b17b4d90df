import { readQuery } from './address.ts';

/** Names and values in a pasted text, and whether each was switched off in it. */
export interface PastedPair {
  readonly name: string;
  readonly value: string;
  readonly on: boolean;
}

const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*:\s*(.*)$/;

/**
 * Reads `name: value` lines, as headers are written down; a line that begins with `#` or `//` is one that is off. Null when the text
 * is anything else.
 */
export function readHeaderLines(text: string): readonly PastedPair[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const pairs = lines.map((line): PastedPair | null => {
    const off = /^\s*(?:#|\/\/)\s*/.exec(line);
    const match = headerLine.exec(line.slice(off?.[0].length ?? 0).trim());
    return match === null ? null : { name: match[1] ?? '', value: match[2] ?? '', on: off === null };
  });
  if (pairs.length === 0) return null;
  return pairs.every((pair) => pair !== null) ? pairs : null;
}

/** Reads a query string, with or without its `?` and what stands before, or `name: value` lines. Null for anything else. */
export function readQueryText(text: string): readonly PastedPair[] | null {
  const trimmed = text.trim();
  if (/\s/.test(trimmed)) return readHeaderLines(text);
  const at = trimmed.indexOf('?');
  const query = at === -1 ? trimmed : trimmed.slice(at + 1);
  if (!query.includes('=')) return null;
  const [pairs = ''] = query.split('#', 1);
  return readQuery(pairs).map(([name, value]) => ({ name, value, on: true }));
}
