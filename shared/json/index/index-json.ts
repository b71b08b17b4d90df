import type { JsonErrorCode } from '../parse-json.ts';
import {
  hasKey,
  type JsonFault,
  type JsonIndex,
  keyHasEscapes,
  none,
  valueHasEscapes,
} from './json-index.ts';

/** Deepest nesting that is read. */
const mostDepth = 10_000;

const [objectKind, arrayKind, stringKind, numberKind, trueKind, falseKind, nullKind] = [0, 1, 2, 3, 4, 5, 6];

/** What may come next. */
const Expected = {
  Value: 0,
  FirstElement: 1,
  FirstKey: 2,
  Key: 3,
  Colon: 4,
  CommaOrEnd: 5,
  Nothing: 6,
} as const;
type Expected = (typeof Expected)[keyof typeof Expected];

const words: Readonly<Record<number, readonly [kind: number, word: readonly number[]]>> = {
  116: [trueKind, [0x74, 0x72, 0x75, 0x65]],
  102: [falseKind, [0x66, 0x61, 0x6c, 0x73, 0x65]],
  110: [nullKind, [0x6e, 0x75, 0x6c, 0x6c]],
};

/** 1 for the bytes of a number, of which a number's end is known. */
const inNumber = new Uint8Array(256);
for (const char of '0123456789+-.eE') inNumber[char.charCodeAt(0)] = 1;
/** 1 for what ends the run of plain bytes in a string: `"`, `\` and control characters. */
const endsPlain = new Uint8Array(256);
endsPlain.fill(1, 0, 0x20);
endsPlain[0x22] = 1;
endsPlain[0x5c] = 1;
/** 1 for what may follow a backslash, 2 for `u`. */
const escapes = new Uint8Array(256);
for (const char of '"\\/bfnrt') escapes[char.charCodeAt(0)] = 1;
escapes[0x75] = 2;

function isHex(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** RFC 8259 §6. */
function isNumber(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  if (bytes[at] === 0x2d) at += 1;
  if (at >= to || !isDigit(bytes[at])) return false;
  if (bytes[at] === 0x30) at += 1;
  else while (at < to && isDigit(bytes[at])) at += 1;
  if (at < to && bytes[at] === 0x2e) {
    at += 1;
    if (at >= to || !isDigit(bytes[at])) return false;
    while (at < to && isDigit(bytes[at])) at += 1;
  }
  if (at < to && ((bytes[at] ?? 0) | 0x20) === 0x65) {
    at += 1;
    if (at < to && (bytes[at] === 0x2b || bytes[at] === 0x2d)) at += 1;
    if (at >= to || !isDigit(bytes[at])) return false;
    while (at < to && isDigit(bytes[at])) at += 1;
  }
  return at === to;
}

function grown<Numbers extends Uint32Array | Uint8Array>(numbers: Numbers, length: number): Numbers {
  const longer = (
    numbers instanceof Uint8Array ? new Uint8Array(length) : new Uint32Array(length)
  ) as Numbers;
  longer.set(numbers);
  return longer;
}

type Growing = { -readonly [Name in keyof JsonIndex]: JsonIndex[Name] };

/** An index that grows with its text. */
export interface JsonIndexing {
  readonly index: JsonIndex;
  /** Reads on, up to the byte `limit`; `isLast` says that the text ends there. */
  readonly read: (limit: number, isLast: boolean) => void;
  /** The text stands in another array from now on, which holds what the one before held. */
  readonly moved: (bytes: Uint8Array) => void;
}

export interface IndexLimits {
  /** Values that are read; the text after them counts as missing. */
  readonly nodes: number;
}

/**
 * Starts an index of `text`, JSON in UTF-8 that may still be filling up. Strict as RFC 8259; never throws. What
 * is no JSON ends the index with a fault.
 */
export function indexJson(text: Uint8Array, limits: IndexLimits = { nodes: 40_000_000 }): JsonIndexing {
  let bytes = text;
  let capacity = Math.max(64, Math.min(limits.nodes + 1, bytes.length >> 4));
  const index: Growing = {
    bytes,
    count: 0,
    start: new Uint32Array(capacity),
    end: new Uint32Array(capacity),
    next: new Uint32Array(capacity),
    parent: new Uint32Array(capacity),
    label: new Uint32Array(capacity),
    flags: new Uint8Array(capacity),
    read: 0,
    isComplete: false,
    fault: null,
  };
  /** The containers that are open, and how many values each of them has so far. */
  const open: number[] = [];
  const sizes: number[] = [];
  let expected: Expected = Expected.Value;
  /** Where the scan of a string goes on that was cut off. */
  let inString = 0;
  let sawEscape = false;
  let key = 0;
  let keyFlags = 0;

  function grow(): void {
    capacity = Math.min(limits.nodes + 1, Math.ceil(capacity * 1.6) + 64);
    index.start = grown(index.start, capacity);
    index.end = grown(index.end, capacity);
    index.next = grown(index.next, capacity);
    index.parent = grown(index.parent, capacity);
    index.label = grown(index.label, capacity);
    index.flags = grown(index.flags, capacity);
  }

  function finish(fault: JsonFault | null): void {
    for (const node of open) {
      index.end[node] = index.read;
      index.next[node] = index.count;
    }
    open.length = 0;
    index.fault = fault;
    index.isComplete = true;
  }

  /** Adds a value; false when there is no room for it. */
  function add(at: number, flags: number): boolean {
    const node = index.count;
    if (node >= limits.nodes) return false;
    if (node >= capacity) grow();
    const depth = open.length - 1;
    index.start[node] = at;
    index.end[node] = 0;
    index.next[node] = 0;
    if (depth < 0) {
      index.parent[node] = none;
      index.label[node] = 0;
      index.flags[node] = flags;
    } else {
      const size = sizes[depth] ?? 0;
      sizes[depth] = size + 1;
      index.parent[node] = open[depth] ?? none;
      index.label[node] = keyFlags === 0 ? size : key;
      index.flags[node] = flags | keyFlags;
    }
    index.count = node + 1;
    return true;
  }

  function close(at: number): void {
    const node = open.pop() ?? 0;
    sizes.pop();
    index.end[node] = at + 1;
    index.next[node] = index.count;
    keyFlags = 0;
    expected = open.length === 0 ? Expected.Nothing : Expected.CommaOrEnd;
  }

  /** The byte after the string that opens at `from`; -1 when it goes on after `limit`; -2 after a fault. */
  function scanString(from: number, limit: number): number {
    let at = inString === 0 ? from + 1 : inString;
    if (inString === 0) sawEscape = false;
    for (;;) {
      while (at < limit && endsPlain[bytes[at] as number] === 0) at += 1;
      if (at >= limit) break;
      const byte = bytes[at] as number;
      if (byte === 0x22) {
        inString = 0;
        return at + 1;
      }
      if (byte !== 0x5c) {
        index.fault = { code: 'control-character', at };
        return -2;
      }
      sawEscape = true;
      if (at + 1 >= limit) break;
      const follower = escapes[bytes[at + 1] as number];
      if (follower === 0) {
        index.fault = { code: 'invalid-escape', at };
        return -2;
      }
      if (follower === 1) {
        at += 2;
        continue;
      }
      if (at + 5 >= limit) break;
      for (let digit = at + 2; digit < at + 6; digit += 1) {
        if (isHex(bytes[digit] as number)) continue;
        index.fault = { code: 'invalid-escape', at };
        return -2;
      }
      at += 6;
    }
    inString = at;
    return -1;
  }

  function afterValue(): void {
    expected = open.length === 0 ? Expected.Nothing : Expected.CommaOrEnd;
  }

  /** Reads tokens until one is not whole yet; gives a fault, or null. */
  function tokens(limit: number, isLast: boolean): JsonFault | null {
    let at = index.read;
    const fault = (code: JsonErrorCode, place = at): JsonFault => {
      index.read = place;
      return { code, at: place };
    };
    while (at < limit) {
      const byte = bytes[at] as number;
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
        at += 1;
        continue;
      }
      switch (expected) {
        case Expected.CommaOrEnd: {
          const isObject = ((index.flags[open[open.length - 1] as number] as number) & 0b111) === objectKind;
          if (byte === 0x2c) {
            expected = isObject ? Expected.Key : Expected.Value;
            keyFlags = 0;
          } else if (byte === (isObject ? 0x7d : 0x5d)) close(at);
          else
            return fault(
              byte === 0x5d || byte === 0x7d
                ? isObject
                  ? 'close-brace-expected'
                  : 'close-bracket-expected'
                : 'comma-expected',
            );
          at += 1;
          continue;
        }
        case Expected.Colon:
          if (byte !== 0x3a) return fault('colon-expected');
          expected = Expected.Value;
          at += 1;
          continue;
        case Expected.Nothing:
          return fault('end-expected');
        case Expected.FirstKey:
        case Expected.Key: {
          if (byte === 0x7d && expected === Expected.FirstKey) {
            close(at);
            at += 1;
            continue;
          }
          if (byte !== 0x22) return fault('name-expected');
          const end = scanString(at, limit);
          if (end === -2) return fault(index.fault?.code ?? 'invalid-symbol', index.fault?.at ?? at);
          if (end === -1) {
            index.read = at;
            return isLast ? fault('string-not-closed', at) : null;
          }
          key = at;
          keyFlags = sawEscape ? hasKey | keyHasEscapes : hasKey;
          expected = Expected.Colon;
          at = end;
          continue;
        }
        case Expected.FirstElement:
          if (byte === 0x5d) {
            close(at);
            at += 1;
            continue;
          }
          break;
        default:
          break;
      }
      if (byte === 0x22) {
        const end = scanString(at, limit);
        if (end === -2) return fault(index.fault?.code ?? 'invalid-symbol', index.fault?.at ?? at);
        if (end === -1) {
          index.read = at;
          return isLast ? fault('string-not-closed', at) : null;
        }
        if (!add(at, sawEscape ? stringKind | valueHasEscapes : stringKind)) return fault('too-many-members');
        index.end[index.count - 1] = end;
        index.next[index.count - 1] = index.count;
        afterValue();
        at = end;
      } else if (byte === 0x7b || byte === 0x5b) {
        if (open.length >= mostDepth) return fault('too-deep');
        if (!add(at, byte === 0x7b ? objectKind : arrayKind)) return fault('too-many-members');
        open.push(index.count - 1);
        sizes.push(0);
        keyFlags = 0;
        expected = byte === 0x7b ? Expected.FirstKey : Expected.FirstElement;
        at += 1;
      } else if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) {
        let end = at + 1;
        while (end < limit && inNumber[bytes[end] as number] === 1) end += 1;
        if (end >= limit && !isLast) break;
        if (!isNumber(bytes, at, end)) return fault('invalid-number');
        if (!add(at, numberKind)) return fault('too-many-members');
        index.end[index.count - 1] = end;
        index.next[index.count - 1] = index.count;
        afterValue();
        at = end;
      } else {
        const known = words[byte];
        if (known === undefined)
          return fault(byte === 0x5d || byte === 0x7d || byte === 0x2c ? 'value-expected' : 'invalid-symbol');
        const [kind, word] = known;
        if (at + word.length > limit && !isLast) break;
        if (
          word.some((expectedByte, offset) => bytes[at + offset] !== expectedByte || at + offset >= limit)
        ) {
          return fault('invalid-symbol');
        }
        if (!add(at, kind)) return fault('too-many-members');
        index.end[index.count - 1] = at + word.length;
        index.next[index.count - 1] = index.count;
        afterValue();
        at += word.length;
      }
    }
    index.read = at;
    if (!isLast || expected === Expected.Nothing) return null;
    return fault(missing(), limit);
  }

  function missing(): JsonErrorCode {
    if (open.length === 0) return 'value-expected';
    const innermost = open[open.length - 1] as number;
    return ((index.flags[innermost] as number) & 0b111) === objectKind
      ? 'close-brace-expected'
      : 'close-bracket-expected';
  }

  return {
    index,
    read: (limit, isLast) => {
      if (index.isComplete) return;
      if (index.read === 0 && limit >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
        index.read = 3;
      const fault = tokens(limit, isLast);
      if (fault !== null || isLast) finish(fault);
    },
    moved: (longer) => {
      bytes = longer;
      index.bytes = longer;
    },
  };
}
