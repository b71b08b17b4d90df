import { createGrowingList } from './growing-list.ts';
import { hasKey, isContainer, type JsonIndex, keyHasEscapes, valueHasEscapes } from './json-index.ts';
import { endOfStringAt, keyOfNode, stringOfNode } from './node-text.ts';

/** The other case of an ASCII letter, or the byte itself. */
const folded = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte,
);

/**
 * Every place where `bytes` hold `wanted`, with ASCII letters in either case, as an ascending walk (Horspool, Practical
 * fast searching in strings, 1980).
 */
export function* findBytes(bytes: Uint8Array, wanted: Uint8Array, from = 0): Generator<number> {
  const length = wanted.length;
  if (length === 0) return;
  const pattern = wanted.map((byte) => folded[byte] ?? byte);
  const shift = new Uint32Array(256).fill(length);
  for (let at = 0; at < length - 1; at += 1) {
    const byte = pattern[at] ?? 0;
    shift[byte] = length - 1 - at;
    if (byte >= 0x61 && byte <= 0x7a) shift[byte & 0xdf] = length - 1 - at;
  }
  const last = pattern[length - 1];
  const end = bytes.length - length;
  let at = from;
  while (at <= end) {
    const byte = bytes[at + length - 1] as number;
    if (folded[byte] === last) {
      let matching = length - 2;
      while (matching >= 0 && folded[bytes[at + matching] as number] === pattern[matching]) matching -= 1;
      if (matching < 0) yield at;
    }
    at += shift[byte] as number;
  }
}

/** True for what is written with escapes and says `wanted` (in lower case) all the same. */
function saysEscaped(index: JsonIndex, node: number, flags: number, wanted: string): boolean {
  if ((flags & keyHasEscapes) !== 0 && (keyOfNode(index, node) ?? '').toLowerCase().includes(wanted))
    return true;
  return (flags & valueHasEscapes) !== 0 && stringOfNode(index, node).toLowerCase().includes(wanted);
}

/** The nodes of which key or value hold `query` as they are shown, ascending; ASCII letters in either case. */
export function searchIndex(index: JsonIndex, query: string): Uint32Array {
  const found = createGrowingList();
  if (query === '') return found.toArray();
  const wanted = query.toLowerCase();
  const places = findBytes(index.bytes, new TextEncoder().encode(query));
  const length = new TextEncoder().encode(query).length;
  let hit = places.next();
  for (let node = 0; node < index.count; node += 1) {
    const flags = index.flags[node] as number;
    const from = index.start[node] as number;
    let isFound = false;
    if ((flags & hasKey) !== 0 && (flags & keyHasEscapes) === 0) {
      const key = index.label[node] as number;
      while (hit.done !== true && hit.value <= key) hit = places.next();
      if (hit.done !== true && hit.value < from) {
        const keyEnd = endOfStringAt(index.bytes, key) - 1;
        while (hit.done !== true && hit.value < from) {
          isFound ||= hit.value + length <= keyEnd;
          hit = places.next();
        }
      }
    }
    if (!isContainer(index, node) && (flags & valueHasEscapes) === 0) {
      const isString = index.bytes[from] === 0x22;
      const to = (index.end[node] as number) - (isString ? 1 : 0);
      while (hit.done !== true && hit.value < from + (isString ? 1 : 0)) hit = places.next();
      while (hit.done !== true && hit.value < to) {
        isFound ||= hit.value + length <= to;
        hit = places.next();
      }
    }
    if (!isFound && (flags & (keyHasEscapes | valueHasEscapes)) !== 0)
      isFound = saysEscaped(index, node, flags, wanted);
    if (isFound) found.push(node);
  }
  return found.toArray();
}
