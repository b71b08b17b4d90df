/** What a text with session names comes to. */
export interface SessionNames {
  /** In the order of the text, each once, at most {@link maxSessions}. */
  readonly names: readonly string[];
  /** How many names the text stands for, patterns written out and doubles left out; exact up to {@link countedTo}. */
  readonly count: number;
  /** True when the text stands for more than were counted: nothing of it can be minted. */
  readonly isMore: boolean;
  /** How many were left out because they stood there before. */
  readonly duplicates: number;
  /** The first name over {@link longestName} characters, cut; null when all fit. */
  readonly tooLong: string | null;
}

export const maxSessions = 200;
export const longestName = 1024;
const longestPattern = 2 * longestName;
/** What is beyond is not written out: nobody mints for so many by hand. */
export const countedTo = 10_000;

const separators = /[\n\r,，、\t]+/u;
const range = /\{(\d{1,15})\.\.(\d{1,15})\}/u;

function* numbersOf(from: string, to: string): Generator<string> {
  const isPadded = (text: string) => text.length > 1 && text.startsWith('0');
  const width = isPadded(from) || isPadded(to) ? Math.max(from.length, to.length) : 0;
  const [first, last] = [Number(from), Number(to)];
  const step = first <= last ? 1 : -1;
  for (let number = first; number !== last + step; number += step) yield String(number).padStart(width, '0');
}

/** Writes the ranges out, the last one running fastest, as a shell does. */
function* namesOf(pattern: string): Generator<string> {
  const match = pattern.length > longestPattern ? null : range.exec(pattern);
  if (match === null) {
    yield pattern;
    return;
  }
  const [whole, from = '', to = ''] = match;
  const rest = pattern.slice(match.index + whole.length);
  for (const number of numbersOf(from, to)) {
    for (const end of namesOf(rest)) yield pattern.slice(0, match.index) + number + end;
  }
}

/**
 * Reads session names as a person pastes them: one a line, or with commas or tabs between them. `u-{1001..1050}` stands
 * for fifty names, `{001..120}` keeps its zeros, and a range may run backwards.
 */
export function readSessionNames(text: string): SessionNames {
  const seen = new Set<string>();
  let duplicates = 0;
  let tooLong: string | null = null;
  let isMore = false;
  for (const entry of text.split(separators)) {
    const pattern = entry.trim();
    if (pattern === '') continue;
    for (const name of namesOf(pattern)) {
      if (seen.size + duplicates >= countedTo) {
        isMore = true;
        break;
      }
      if (seen.has(name)) duplicates += 1;
      seen.add(name);
      if (name.length > longestName) tooLong ??= name.slice(0, 40);
    }
  }
  return { names: [...seen].slice(0, maxSessions), count: seen.size, isMore, duplicates, tooLong };
}
