import { createGrowingList } from '../../../../shared/json/index/growing-list.ts';
import { textOfBytes } from '../../../../shared/json/index/node-text.ts';
import type { TextLine } from './answer-protocol.ts';

/** A line up to this many bytes is one row; a longer one is cut into pieces. */
const longestLine = 4000;
const pieceLength = 160;

/** Where the rows of a text begin. */
export interface TextLines {
  readonly count: number;
  /** The row of a byte. */
  readonly rowOf: (at: number) => number;
  readonly lines: (from: number, to: number) => readonly TextLine[];
}

const numberUnknown = 0xffff_ffff;

/** The next byte from `at` on that begins a character of UTF-8. */
function characterStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start < bytes.length && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return start;
}

export function createTextLines(bytes: Uint8Array): TextLines {
  const starts = createGrowingList(Math.max(16, bytes.length >> 6));
  const numbers = createGrowingList(Math.max(16, bytes.length >> 6));
  let number = 0;
  let at = 0;
  do {
    number += 1;
    const lineFeed = bytes.indexOf(0x0a, at);
    const end = lineFeed === -1 ? bytes.length : lineFeed;
    starts.push(at);
    numbers.push(number);
    if (end - at > longestLine) {
      for (
        let piece = characterStart(bytes, at + pieceLength);
        piece < end;
        piece = characterStart(bytes, piece + pieceLength)
      ) {
        starts.push(piece);
        numbers.push(numberUnknown);
      }
    }
    at = end + 1;
  } while (at < bytes.length);

  return {
    get count() {
      return starts.length;
    },
    rowOf: (byte) => Math.max(0, starts.lowerBound(byte + 1) - 1),
    lines: (from, to) => {
      const lines: TextLine[] = [];
      for (let row = Math.max(0, from); row < Math.min(to, starts.length); row += 1) {
        const end = row + 1 < starts.length ? starts.at(row + 1) : bytes.length;
        const text = textOfBytes(bytes, starts.at(row), end).replace(/\r?\n$/, '');
        lines.push({ number: numbers.at(row) === numberUnknown ? null : numbers.at(row), text });
      }
      return lines;
    },
  };
}
