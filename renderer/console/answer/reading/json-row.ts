import {
  countChildren,
  endOf,
  isContainer,
  type JsonIndex,
  kindOf,
  nextOf,
} from '../../../../shared/json/index/json-index.ts';
import {
  keyOfNode,
  ordinalOfNode,
  sourceOfNode,
  textOfBytes,
} from '../../../../shared/json/index/node-text.ts';
import type { JsonRow } from './answer-protocol.ts';

/** Bytes of a value that a row shows. */
const shownBytes = 600;
const previewBytes = 160;
const longestKey = 200;

/** Characters that are not seen or turn the text around them, as they would be escaped in JSON. */
const unseen = /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

export function withoutUnseen(text: string): string {
  return text.replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Escapes of characters that can be shown are resolved; the others stay, as do those of quotation marks. */
function readable(source: string): string {
  if (!source.includes('\\')) return source;
  return source.replace(
    /\\(?:u([0-9a-fA-F]{4})|(.))/g,
    (whole, hex: string | undefined, plain: string | undefined) => {
      if (plain === '/') return '/';
      if (hex === undefined) return whole;
      const code = Number.parseInt(hex, 16);
      return code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0x7f && code < 0xa0)
        ? whole
        : String.fromCharCode(code);
    },
  );
}

function stringShown(index: JsonIndex, node: number): string {
  const from = index.start[node] ?? 0;
  const to = endOf(index, node);
  const isCut = to - from > shownBytes;
  const source = textOfBytes(index.bytes, from, isCut ? from + shownBytes : to);
  const whole = isCut ? source.replace(/\ufffd+$/, '').replace(/\\(?:u[0-9a-fA-F]{0,3})?$/, '') : source;
  return withoutUnseen(readable(whole)) + (isCut ? '…' : '');
}

function containerShown(index: JsonIndex, node: number): string {
  const from = index.start[node] ?? 0;
  const to = Math.min(endOf(index, node), from + previewBytes);
  const text = textOfBytes(index.bytes, from, to)
    .replace(/\s+/g, ' ')
    .replace(/\ufffd+$/, '');
  return withoutUnseen(readable(text)) + (to < endOf(index, node) ? '…' : '');
}

/** Counting a long list takes a moment; it is done once. */
const counts = new WeakMap<JsonIndex, Map<number, number>>();

function childCount(index: JsonIndex, node: number): number {
  if (!index.isComplete || nextOf(index, node) - node < 500) return countChildren(index, node);
  let known = counts.get(index);
  if (known === undefined) {
    known = new Map();
    counts.set(index, known);
  }
  const count = known.get(node) ?? countChildren(index, node);
  known.set(node, count);
  return count;
}

/** True for a string that could be the text of an object or an array. */
export function looksLikeJson(index: JsonIndex, node: number): boolean {
  if (kindOf(index, node) !== 'string') return false;
  const from = index.start[node] ?? 0;
  const head = textOfBytes(index.bytes, from + 1, from + 20).replace(/^(?:\s|\\[nrt])+/, '');
  return (
    /^[{[]/.test(head) &&
    /[\]}](?:\s|\\[nrt])*"$/.test(
      textOfBytes(index.bytes, Math.max(from, endOf(index, node) - 20), endOf(index, node)),
    )
  );
}

function keyShown(index: JsonIndex, node: number): string | null {
  const key = keyOfNode(index, node);
  if (key === null) return null;
  return withoutUnseen(key.length > longestKey ? `${key.slice(0, longestKey)}…` : key);
}

/** What a row shows of a node. */
export function rowOfNode(
  index: JsonIndex,
  node: number,
  row: Pick<JsonRow, 'place' | 'level' | 'path' | 'isOpen' | 'holdsJson'>,
): JsonRow {
  const kind = kindOf(index, node);
  const length = endOf(index, node) - (index.start[node] ?? 0);
  const hasInside = isContainer(index, node);
  const size = hasInside
    ? childCount(index, node)
    : kind === 'string' && length > shownBytes
      ? length - 2
      : 0;
  const text = hasInside
    ? containerShown(index, node)
    : kind === 'string'
      ? stringShown(index, node)
      : length > shownBytes
        ? `${sourceOfNode(index, node).slice(0, shownBytes)}…`
        : sourceOfNode(index, node);
  return {
    ...row,
    key: keyShown(index, node),
    ordinal: ordinalOfNode(index, node),
    kind,
    text,
    size,
    canOpen: hasInside ? size > 0 : row.holdsJson,
  };
}
