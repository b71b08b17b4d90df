import type { JsonErrorCode } from '../parse-json.ts';

/** What a value is. The order is that of {@link kindBits}. */
export const jsonKinds = ['object', 'array', 'string', 'number', 'true', 'false', 'null'] as const;
export type JsonKind = (typeof jsonKinds)[number];

/** Bits of a node's flags. */
export const kindBits = 0b111;
export const valueHasEscapes = 0b1000;
export const keyHasEscapes = 0b1_0000;
/** The label is the place of a key and not a number in an array. */
export const hasKey = 0b10_0000;

/** No node. */
export const none = 0xffff_ffff;

/** Where text stops being JSON. */
export interface JsonFault {
  readonly code: JsonErrorCode;
  /** Bytes from the start of the text. */
  readonly at: number;
}

/**
 * Where each value of a JSON text stands. A node is a number: values are counted in the order of the text, so that the
 * nodes of a subtree follow each other. The text itself stays what it was, and every digit of it is there.
 *
 * The lists are longer than `count` and are replaced when they grow; while the text is still being read, the last
 * containers have no end yet.
 */
export interface JsonIndex {
  /** UTF-8. */
  readonly bytes: Uint8Array;
  readonly count: number;
  /** First byte of the value. */
  readonly start: Uint32Array;
  /** The byte after the value; 0 while it is open. */
  readonly end: Uint32Array;
  /** The node after the subtree; 0 while it is open. */
  readonly next: Uint32Array;
  /** `none` for the root. */
  readonly parent: Uint32Array;
  /** Place of the key's quotation mark, or the number in the array. */
  readonly label: Uint32Array;
  readonly flags: Uint8Array;
  /** Bytes that were read. */
  readonly read: number;
  /** True once nothing more comes. */
  readonly isComplete: boolean;
  /** Set when the text is not JSON from some place on; what stands before it is there. */
  readonly fault: JsonFault | null;
}

export function kindOf(index: JsonIndex, node: number): JsonKind {
  return jsonKinds[(index.flags[node] ?? 0) & kindBits] ?? 'null';
}

export function isContainer(index: JsonIndex, node: number): boolean {
  return ((index.flags[node] ?? 0) & kindBits) < 2;
}

/** The node after the subtree of `node`, or the number of nodes so far. */
export function nextOf(index: JsonIndex, node: number): number {
  return index.next[node] || index.count;
}

/** The byte after the value, or the last one that was read. */
export function endOf(index: JsonIndex, node: number): number {
  return index.end[node] || index.read;
}

/** The nodes directly inside a container, in the order of the text. */
export function* childrenOf(index: JsonIndex, node: number): Generator<number> {
  if (!isContainer(index, node)) return;
  const last = nextOf(index, node);
  for (let child = node + 1; child < last; child = nextOf(index, child)) yield child;
}

/** How many values stand directly inside a container, as far as they were read. */
export function countChildren(index: JsonIndex, node: number): number {
  let count = 0;
  const last = nextOf(index, node);
  if (!isContainer(index, node)) return 0;
  for (let child = node + 1; child < last; child = nextOf(index, child)) count += 1;
  return count;
}
