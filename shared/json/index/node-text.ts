import { endOf, hasKey, type JsonIndex, keyHasEscapes, kindOf, none, valueHasEscapes } from './json-index.ts';

const decoder = new TextDecoder();

/** The text of bytes as they stand; what is not valid UTF-8 becomes U+FFFD. */
export function textOfBytes(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to));
}

/** The byte after the string that opens at `open`. */
export function endOfStringAt(bytes: Uint8Array, open: number): number {
  let at = open + 1;
  while (at < bytes.length && bytes[at] !== 0x22) at += bytes[at] === 0x5c ? 2 : 1;
  return Math.min(at + 1, bytes.length);
}

/** A value exactly as it stands in the text, every digit and escape of it. */
export function sourceOfNode(index: JsonIndex, node: number): string {
  return textOfBytes(index.bytes, index.start[node] ?? 0, endOf(index, node));
}

function unescaped(source: string): string {
  try {
    return JSON.parse(source) as string;
  } catch {
    return source;
  }
}

/** What a string says, its escapes resolved. */
export function stringOfNode(index: JsonIndex, node: number): string {
  const from = index.start[node] ?? 0;
  const to = endOf(index, node);
  const isPlain = ((index.flags[node] ?? 0) & valueHasEscapes) === 0;
  return isPlain ? textOfBytes(index.bytes, from + 1, to - 1) : unescaped(textOfBytes(index.bytes, from, to));
}

/** The key of a member; null for the root and for what stands in an array. */
export function keyOfNode(index: JsonIndex, node: number): string | null {
  const flags = index.flags[node] ?? 0;
  if ((flags & hasKey) === 0) return null;
  const from = index.label[node] ?? 0;
  const to = endOfStringAt(index.bytes, from);
  return (flags & keyHasEscapes) === 0
    ? textOfBytes(index.bytes, from + 1, to - 1)
    : unescaped(textOfBytes(index.bytes, from, to));
}

/** The number of a value in its array; null for the root and for members. */
export function ordinalOfNode(index: JsonIndex, node: number): number | null {
  if (((index.flags[node] ?? 0) & hasKey) !== 0 || index.parent[node] === none) return null;
  return index.label[node] ?? 0;
}

function step(index: JsonIndex, node: number): string {
  const key = keyOfNode(index, node);
  if (key === null) return `[${ordinalOfNode(index, node) ?? 0}]`;
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) return `.${key}`;
  const quoted = JSON.stringify(key).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `['${quoted}']`;
}

/** The JSONPath of one value (RFC 9535 §2.7, with the short form where a name allows it). */
export function pathOfNode(index: JsonIndex, node: number): string {
  const steps: string[] = [];
  for (let at = node; at !== none && index.parent[at] !== none; at = index.parent[at] ?? none) {
    steps.push(step(index, at));
  }
  return `$${steps.reverse().join('')}`;
}

/** What a person copies as the value: what a string says, anything else as it stands. */
export function valueText(index: JsonIndex, node: number): string {
  return kindOf(index, node) === 'string' ? stringOfNode(index, node) : sourceOfNode(index, node);
}
