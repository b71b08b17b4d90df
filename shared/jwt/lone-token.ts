import { isProse } from './broken-run.ts';
import { expectedShape } from './expected-shape.ts';
import { readJsonStart } from './json-start.ts';
import { markupAtEnd } from './markup.ts';
import { dotsIn } from './token-characters.ts';
import { unfoldEllipses } from './unfold-ellipses.ts';

/** A stretch of the text that can only have been meant as a token. */
export interface LoneToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly lines: number;
}

const longest = 2_000_000;
const lead = /^[\s"'`]{0,100}(?:(?:Authorization\s{0,9}:\s{0,9})?Bearer\s{1,9})?["'`]?/i;
/** What cannot stand in a token, between pieces of one: nothing that quotes, brackets or separates. */
const pieces =
  /^[A-Za-z0-9_\-.+/=*…•]+(?:[^\sA-Za-z0-9_\-.+/=*…•"'`“”<>\\&;()[\]{}|,，。、；]{1,4}[A-Za-z0-9_\-.+/=*…•]+)*$/;

/** The text without `Bearer`, quotation marks and white space around it; null when it is too long for one token. */
function loneStretch(source: string): { readonly text: string; readonly start: number } | null {
  if (source.length > longest) return null;
  let start = lead.exec(source)?.[0].length ?? 0;
  let end = source.length;
  while (end > start && /[\s"'`]/.test(source.charAt(end - 1))) end -= 1;
  const opening = /^[*_]{1,3}(?=e[yw])/.exec(source.slice(start, start + 5))?.[0].length ?? 0;
  start += opening;
  end -= opening === 0 ? 0 : markupAtEnd(source, start, source.slice(start, end));
  return end > start ? { text: source.slice(start, end), start } : null;
}

function lastPieceIsProse(text: string): boolean {
  const tail = text.slice(text.lastIndexOf('.') + 1);
  const words = tail.split(/[^A-Za-z0-9_\-+/=*…•]+/);
  return words.slice(1).some((word) => word !== '' && isProse(word));
}

function isMeant(text: string): boolean {
  if (readJsonStart(text) !== 'none') {
    return /^[A-Za-z0-9_-]{8,}$/.test(text) || (text.length >= 12 && text.includes('.') && pieces.test(text));
  }
  if (/^\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*$/.test(text)) return readJsonStart(text.slice(1)) !== 'none';
  if (/^[A-Za-z0-9_\-+/=*…•]{4,}(?:\.[A-Za-z0-9_\-+/=*…•]*){2,4}$/.test(text)) {
    return !/^[\w-]+(\.[a-z]+)+$/.test(text);
  }
  const [, payload = ''] = text.split('.', 2);
  return pieces.test(text) && readJsonStart(payload) === 'json' && dotsIn(text) <= 4;
}

/** A token cut into lines or words too short to show anything: every piece of it is needed, and no more. */
function unwrap(text: string): string | null {
  const joined = text.replace(/\s+/g, '');
  const parts = joined.split('.', 4);
  const [header = '', , last = ''] = parts;
  const isToken =
    parts.length === 3 &&
    readJsonStart(header) === 'json' &&
    /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+){2}$/.test(joined);
  return isToken && expectedShape(header).isLastLength(last.length) ? joined : null;
}

/** The token that the whole text was meant to be, damaged as it may be, or null. Never throws. */
export function findLoneToken(source: string): LoneToken | null {
  const lone = loneStretch(source);
  if (lone === null) return null;
  const { start } = lone;
  const { text, dropped } = unfoldEllipses(lone.text);
  const end = start + lone.text.length - dropped;
  if (!/\s/.test(text)) {
    return isMeant(text) && !lastPieceIsProse(text) ? { text, start, end, lines: 1 } : null;
  }
  const unwrapped = unwrap(text);
  return unwrapped === null ? null : { text: unwrapped, start, end, lines: text.split(/\s+/).length };
}
