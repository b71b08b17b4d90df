import { formatJson } from '../json/format-json.ts';
import { membersOf, memberValue, pointerStep, sourceOf } from '../json/json-members.ts';
import type { JsonNode } from '../json/parse-json.ts';
import type { DecodedSegment } from './decode-segment.ts';
import type { DecodedToken } from './decode-token.ts';
import { firstMilliseconds, timeClaims } from './read-times.ts';

export type Difference = 'same' | 'changed' | 'only-left' | 'only-right';

/** One member of either token. */
export interface ComparedMember {
  readonly segment: 'header' | 'payload';
  /** JSON pointer; empty where a segment as a whole is compared, because one of the two is no object. */
  readonly path: string;
  /**
   * Which of the members with this name it is, from 1, and before that which of those around it; empty where every name
   * on the way stands once. Such members are paired from the last one on, which is the one that most programs take.
   */
  readonly occurrence: readonly number[];
  /** The value: text without its quotation marks unless the other is no text, else JSON. Null where there is none. */
  readonly left: string | null;
  readonly right: string | null;
  readonly difference: Difference;
  /** Of a date, by how many seconds the right one is later; null for anything else. */
  readonly laterBy: number | null;
}

/** How two tokens differ. Plain data. */
export interface Comparison {
  /** In the order of the left token, then what only the right one has; at most 2 000. */
  readonly members: readonly ComparedMember[];
  /** Segments with the same members in another order or spelling: the bytes that are signed differ. */
  readonly writtenDifferently: readonly ('header' | 'payload')[];
  /** Null when neither has one, and where one is encrypted: a JWE has none. */
  readonly signature: 'same' | 'different' | null;
  /**
   * Null when neither is encrypted. Otherwise only the headers are compared, and of two encrypted ones whether the rest is
   * the same text: if it is not, nobody can tell without the key whether they say the same.
   */
  readonly encrypted: 'same-text' | 'other-text' | 'one' | null;
}

const maxMembers = 2000;

interface Side {
  readonly text: string;
  readonly node: JsonNode;
}

function shownValue({ text, node }: Side): string {
  return node.type === 'string' ? String(node.value) : formatJson(sourceOf(text, node));
}

function jsonValue({ text, node }: Side): string {
  return node.type === 'string' ? JSON.stringify(node.value) : formatJson(sourceOf(text, node));
}

function isSame(left: Side, right: Side): boolean {
  return left.node.type === right.node.type && shownValue(left) === shownValue(right);
}

function shownValues(left: Side | null, right: Side | null): Pick<ComparedMember, 'left' | 'right'> {
  const show = left === null || right === null || left.node.type === right.node.type ? shownValue : jsonValue;
  return { left: left && show(left), right: right && show(right) };
}

function membersByName(side: Side): ReadonlyMap<string, readonly Side[]> {
  const members = new Map<string, Side[]>();
  for (const { name, value } of membersOf(side.node)) {
    const sameName = members.get(name) ?? [];
    sameName.push({ text: side.text, node: value });
    members.set(name, sameName);
  }
  return members;
}

function secondsBetween(path: string, left: Side, right: Side): number | null {
  const isTime = timeClaims.some((name) => pointerStep(name) === path);
  if (!isTime || left.node.type !== 'number' || right.node.type !== 'number') return null;
  const times = [left, right].map((side) => Number(sourceOf(side.text, side.node)));
  const [from = 0, to = 0] = times;
  return times.every((time) => Number.isInteger(time) && Math.abs(time) < firstMilliseconds)
    ? to - from
    : null;
}

type Place = Pick<ComparedMember, 'segment' | 'path' | 'occurrence'>;

function compareObjects(place: Place, left: Side, right: Side): readonly ComparedMember[] {
  const lefts = membersByName(left);
  const rights = membersByName(right);
  return [...new Set([...lefts.keys(), ...rights.keys()])].flatMap((name) =>
    compareSameName(
      { ...place, path: place.path + pointerStep(name) },
      lefts.get(name) ?? [],
      rights.get(name) ?? [],
    ),
  );
}

function compareSameName(
  place: Place,
  lefts: readonly Side[],
  rights: readonly Side[],
): readonly ComparedMember[] {
  const count = Math.max(lefts.length, rights.length);
  return Array.from({ length: count }, (_, index) => {
    const occurrence = count === 1 ? place.occurrence : [...place.occurrence, index + 1];
    const left = lefts[lefts.length - count + index] ?? null;
    const right = rights[rights.length - count + index] ?? null;
    return compareValues({ ...place, occurrence }, left, right);
  }).flat();
}

function compareValues(place: Place, left: Side | null, right: Side | null): readonly ComparedMember[] {
  if (left?.node.type === 'object' && right?.node.type === 'object' && !isSame(left, right)) {
    return compareObjects(place, left, right);
  }
  const shown = { ...place, ...shownValues(left, right) };
  if (left === null) return [{ ...shown, difference: 'only-right', laterBy: null }];
  if (right === null) return [{ ...shown, difference: 'only-left', laterBy: null }];
  const laterBy = place.segment === 'payload' ? secondsBetween(place.path, left, right) : null;
  return [{ ...shown, difference: isSame(left, right) ? 'same' : 'changed', laterBy }];
}

function sideOf({ text, tree }: DecodedSegment): Side | null {
  return text !== null && tree?.type === 'object' ? { text, node: tree } : null;
}

function saysTheSame(left: DecodedSegment, right: DecodedSegment): boolean {
  if (left.raw === right.raw) return true;
  if (left.text === null || right.text === null) return false;
  const areJson = left.kind === 'json' && right.kind === 'json';
  return areJson && formatJson(left.text) === formatJson(right.text);
}

/** Two that decode to the same text, as far as they can be decoded, are shown as they stand in the token. */
function compareTexts(place: Place, left: DecodedSegment, right: DecodedSegment): readonly ComparedMember[] {
  const isSame = saysTheSame(left, right);
  const shown = ({ raw, text }: DecodedSegment) =>
    text === null || (!isSame && left.text === right.text) ? raw || null : text;
  const texts = { left: shown(left), right: shown(right) };
  if (texts.left === null && texts.right === null) return [];
  return [{ ...place, ...texts, difference: isSame ? 'same' : 'changed', laterBy: null }];
}

function compareSegments(
  segment: ComparedMember['segment'],
  left: DecodedSegment,
  right: DecodedSegment,
): readonly ComparedMember[] {
  const place: Place = { segment, path: '', occurrence: [] };
  const leftSide = sideOf(left);
  const rightSide = sideOf(right);
  return leftSide === null || rightSide === null
    ? compareTexts(place, left, right)
    : compareObjects(place, leftSide, rightSide);
}

function isEncrypted({ format, header }: DecodedToken): boolean {
  return format === 'jwe' || (header.tree !== null && memberValue(header.tree, 'enc') !== null);
}

function compareEncrypted(left: DecodedToken, right: DecodedToken): Comparison['encrypted'] {
  const encrypted = [left, right].filter(isEncrypted);
  if (encrypted.length < 2) return encrypted.length === 1 ? 'one' : null;
  const [first, second] = encrypted.map(({ segments }) => segments.slice(1).join('.'));
  return first === second ? 'same-text' : 'other-text';
}

function compareSignatures(left: DecodedToken, right: DecodedToken): Comparison['signature'] {
  const signatures = [left.segments[2] ?? '', right.segments[2] ?? ''];
  if (signatures.every((text) => text === '')) return null;
  return signatures[0] === signatures[1] ? 'same' : 'different';
}

/**
 * Compares what two tokens say, member by member, and whether they say it in the same bytes; of an encrypted one only the
 * header. Never throws.
 */
export function compareTokens(left: DecodedToken, right: DecodedToken): Comparison {
  const encrypted = compareEncrypted(left, right);
  const segments = encrypted === null ? (['header', 'payload'] as const) : (['header'] as const);
  const members = segments.flatMap((name) => compareSegments(name, left[name], right[name]));
  const writtenDifferently = segments.filter(
    (name) =>
      left[name].raw !== right[name].raw &&
      members.every(({ segment, difference }) => segment !== name || difference === 'same'),
  );
  return {
    members: members.slice(0, maxMembers),
    writtenDifferently,
    signature: encrypted === null ? compareSignatures(left, right) : null,
    encrypted,
  };
}
