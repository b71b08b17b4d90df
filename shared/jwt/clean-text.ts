/** A text to look for tokens in, without what chat apps, terminals and URLs put between the characters of one. */
export interface CleanText {
  readonly text: string;
  /** Where the character `at` of `text` begins in the source. */
  readonly startOf: (at: number) => number;
  /** Where the character before `at` of `text` ends in the source. */
  readonly endOf: (at: number) => number;
}

/** Zero-width characters, soft hyphens, directions of writing (UAX #9), invisible operators, variation selectors. */
const invisible =
  '[\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufe0e\\ufe0f\\ufeff]';
const colour = '\\u001b\\[[0-9;]{0,20}[A-Za-z]';
const fullWidthMark = '(?<=[A-Za-z0-9_-])[．－＿](?=[A-Za-z0-9_-])';
const fullWidthToken = 'ｅ[ｙｗ][！-～]{6,}';
const percentEncoded = '(?<=[A-Za-z0-9_.-])%(?:2[DdEe]|5[Ff])';
const unclean = new RegExp(
  `(?:${invisible}|${colour})+|${fullWidthMark}|${fullWidthToken}|${percentEncoded}`,
  'g',
);
const pastedUnclean = new RegExp(`${invisible}|[！-～。·・｡]`);

/** True when characters stand in a pasted token that make any receiver refuse it. */
export function isUncleanPaste(pasted: string): boolean {
  return pastedUnclean.test(pasted);
}

function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

/** Two words that only an invisible character holds apart stay apart. */
function separates(source: string, start: number, end: number): boolean {
  return source.startsWith('eyJ', end) && /[A-Za-z0-9_-]/.test(source.charAt(start - 1));
}

function replacementOf(source: string, match: RegExpExecArray): string {
  const [found] = match;
  if (found.startsWith('%')) return decodeURIComponent(found);
  if (/^[！-～]/.test(found)) return halfWidth(found);
  return separates(source, match.index, match.index + found.length) ? ' ' : '';
}

/** Where text and source begin to run side by side again. */
interface Join {
  readonly text: number;
  readonly source: number;
}

function lastJoin(joins: readonly Join[], at: number): Join {
  let low = 0;
  let high = joins.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((joins[middle]?.text ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return joins[low - 1] ?? { text: 0, source: 0 };
}

/**
 * Leaves out characters that show nothing and terminal colours, and writes full-width characters of a token and
 * percent-encoded `.`, `-` and `_` as what they stand for. Never throws; takes time in proportion to the text.
 */
export function cleanText(source: string): CleanText {
  const parts: string[] = [];
  const joins: Join[] = [];
  let length = 0;
  let from = 0;
  for (const match of source.matchAll(unclean)) {
    const kept = source.slice(from, match.index);
    const replacement = replacementOf(source, match);
    parts.push(kept, replacement);
    length += kept.length + replacement.length;
    from = match.index + match[0].length;
    joins.push({ text: length, source: from });
  }
  if (joins.length === 0) return { text: source, startOf: (at) => at, endOf: (at) => at };
  parts.push(source.slice(from));
  const text = parts.join('');
  const startOf = (at: number) => {
    const join = lastJoin(joins, at);
    return join.source + at - join.text;
  };
  const endOf = (at: number) => {
    const last = startOf(at - 1);
    const isEncoded = source.charAt(last) === '%' && text.charAt(at - 1) !== '%';
    return last + (isEncoded ? '%2E'.length : 1);
  };
  return { text, startOf, endOf };
}
