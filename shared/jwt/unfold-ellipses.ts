import { dotsIn } from './token-characters.ts';

const inner = /(?<=[A-Za-z0-9_-])\.{3,5}(?=[A-Za-z0-9_-])/g;
/** A sample has no more parts than this that could be shortened. */
const mostShortened = 3;

/** What three dots stand for inside a token that has `dots` others, when `shortened` times there are three. */
function maskFor(dots: number, shortened: number): string {
  if (dots + shortened === 2) return '….';
  return dots === 0 && shortened === 1 ? '.….' : '…';
}

function unfoldInner(text: string): string {
  const shortened = text.match(inner) ?? [];
  if (shortened.length === 0 || shortened.length > mostShortened) return text;
  const others = dotsIn(text.replace(inner, (found) => (found.length === 3 ? '' : '.')));
  const mask = maskFor(others, shortened.filter((found) => found.length === 3).length);
  return text.replace(inner, (found) => (found.length === 3 ? mask : '….'));
}

export interface Unfolded {
  readonly text: string;
  /** Characters at the end that do not belong to the token. */
  readonly dropped: number;
}

/**
 * Writes the three dots with which a sample is shortened as the mask that they are. At the end they are left out, as a
 * full stop is, unless nothing would be left of the part there. Never throws.
 */
export function unfoldEllipses(text: string): Unfolded {
  let end = text.length;
  while (text.charAt(end - 1) === '.') end -= 1;
  const dropped = text.length - end;
  if (dropped >= 3) {
    const unfolded = unfoldInner(text.slice(0, end));
    const isPartHidden = dropped > 3 && dotsIn(unfolded) < 2;
    return isPartHidden ? { text: `${unfolded}.…`, dropped: 0 } : { text: unfolded, dropped };
  }
  const dots = text.split('.', 7).length - 1;
  if (dropped === 1 && (dots === 3 || dots >= 5)) return { text: unfoldInner(text.slice(0, -1)), dropped: 1 };
  return { text: unfoldInner(text), dropped: 0 };
}
