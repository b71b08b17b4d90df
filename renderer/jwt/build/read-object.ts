import { isJson } from '../../../shared/json/is-json.ts';
import { endOfString, measureJson } from '../../../shared/json/measure-json.ts';
import { defaultJsonLimits, type JsonNode, parseJson } from '../../../shared/json/parse-json.ts';
import { parseRecent } from '../../app/recent-json.ts';

/** Characters up to which a text is read whole at each keystroke. */
export const shortText = 16_384;

/** Members that a form shows; of a long text no others are read. */
const shownMembers: ReadonlySet<string> = new Set([
  'alg',
  'kid',
  'iss',
  'sub',
  'aud',
  'iat',
  'exp',
  'jti',
  'session_name',
  'session_context',
]);

const quote = 0x22;
const comma = 0x2c;
const isOpening = (code: number) => code === 0x5b || code === 0x7b; // [ {
const isClosing = (code: number) => code === 0x5d || code === 0x7d; // ] }

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/** Where the value that begins at `start` ends, in text that is JSON. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
      if (depth === 0) return at + 1;
    } else if (isOpening(code)) {
      depth += 1;
    } else if (isClosing(code)) {
      depth -= 1;
      if (depth <= 0) return depth < 0 ? at : at + 1;
    } else if (depth === 0 && (code === comma || code <= 0x20)) {
      return at;
    }
  }
  return at;
}

function moved(node: JsonNode, by: number): JsonNode {
  const { type, offset, length, value, children } = node;
  return {
    type,
    offset: offset + by,
    length,
    value,
    ...(children && { children: children.map((child) => moved(child, by)) }),
  };
}

function property(text: string, nameAt: number, valueAt: number, valueEnd: number): readonly JsonNode[] {
  const nameEnd = endOfString(text, nameAt) + 1;
  const name: unknown = JSON.parse(text.slice(nameAt, nameEnd));
  const value = parseJson(text.slice(valueAt, valueEnd));
  if (typeof name !== 'string' || !shownMembers.has(name) || !value.ok) return [];
  const nameNode: JsonNode = { type: 'string', offset: nameAt, length: nameEnd - nameAt, value: name };
  const children = [nameNode, moved(value.tree, valueAt)];
  return [{ type: 'property', offset: nameAt, length: valueEnd - nameAt, children }];
}

/** True when the string at `nameAt` may be, escapes aside, one of the members that a form shows. */
function mayBeShown(text: string, nameAt: number, nameEnd: number): boolean {
  const name = text.slice(nameAt + 1, nameEnd - 1);
  return shownMembers.has(name) || name.includes('\\');
}

function outline(text: string): JsonNode | null {
  const start = skipSpace(text, 0);
  if (text[start] !== '{' || !isJson(text)) return null;
  const { depth, members } = measureJson(text);
  if (depth > defaultJsonLimits.depth || members > defaultJsonLimits.members) return null;
  const children: JsonNode[] = [];
  let at = skipSpace(text, start + 1);
  while (text.charCodeAt(at) === quote) {
    const nameEnd = endOfString(text, at) + 1;
    const valueAt = skipSpace(text, skipSpace(text, nameEnd) + 1);
    const valueEnd = endOfValue(text, valueAt);
    if (mayBeShown(text, at, nameEnd)) children.push(...property(text, at, valueAt, valueEnd));
    at = skipSpace(text, skipSpace(text, valueEnd) + 1);
  }
  return { type: 'object', offset: start, length: text.trimEnd().length - start, children };
}

const recent = new Map<string, JsonNode | null>();
const remembered = 4;

function recentOutline(text: string): JsonNode | null {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const tree = outline(text);
  recent.set(text, tree);
  const [oldest] = recent.keys();
  if (recent.size > remembered && oldest !== undefined) recent.delete(oldest);
  return tree;
}

/**
 * The JSON object that `text` is, or null. A long one is not taken apart beyond what a form shows: it is read within a
 * few milliseconds, whatever it holds. The last few texts, which one keystroke asks for many times, are read once.
 */
export function readObject(text: string): JsonNode | null {
  if (text.length > shortText) return recentOutline(text);
  const parsed = parseRecent(text);
  return parsed.ok && parsed.tree.type === 'object' ? parsed.tree : null;
}
