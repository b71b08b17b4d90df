import { formatJson } from '../json/format-json.ts';
import { membersOf, pointerStep, sourceOf } from '../json/json-members.ts';
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
  /** The value: text without its quotation marks, else JSON. Null where there is none. */
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
  /** Null when neither has one. */
  readonly signature: 'same' | 'different' | null;
}

const maxMembers = 2000;

interface Side {
  readonly text: string;
  readonly node: JsonNode;
}

function shownValue({ text, node }: Side): string {
  return node.type === 'string' ? String(node.value) : formatJson(sourceOf(text, node));
}

function isSame(left: Side, right: Side): boolean {
  return left.node.type === right.node.type && shownValue(left) === shownValue(right);
}

/** The members that count: of several with the same name the last. */
function membersByName(side: Side | null): ReadonlyMap<string, Side> {
  if (side === null) return new Map();
  const members = membersOf(side.node).map(
    ({ name, value }) => [name, { text: side.text, node: value }] as const,
  );
  return new Map(members);
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

function compareObjects(
  segment: ComparedMember['segment'],
  path: string,
  left: Side | null,
  right: Side | null,
): readonly ComparedMember[] {
  const lefts = membersByName(left);
  const rights = membersByName(right);
  return [...new Set([...lefts.keys(), ...rights.keys()])].flatMap((name) =>
    compareValues(segment, path + pointerStep(name), lefts.get(name) ?? null, rights.get(name) ?? null),
  );
}

function compareValues(
  segment: ComparedMember['segment'],
  path: string,
  left: Side | null,
  right: Side | null,
): readonly ComparedMember[] {
  if (left?.node.type === 'object' && right?.node.type === 'object' && !isSame(left, right)) {
    return compareObjects(segment, path, left, right);
  }
  const shown = { segment, path, left: left && shownValue(left), right: right && shownValue(right) };
  if (left === null) return [{ ...shown, difference: 'only-right', laterBy: null }];
  if (right === null) return [{ ...shown, difference: 'only-left', laterBy: null }];
  const laterBy = segment === 'payload' ? secondsBetween(path, left, right) : null;
  return [{ ...shown, difference: isSame(left, right) ? 'same' : 'changed', laterBy }];
}

function sideOf({ text, tree }: DecodedSegment): Side | null {
  return text !== null && tree?.type === 'object' ? { text, node: tree } : null;
}

function compareTexts(
  segment: ComparedMember['segment'],
  left: DecodedSegment,
  right: DecodedSegment,
): readonly ComparedMember[] {
  const shown = { left: left.text, right: right.text, laterBy: null };
  if (shown.left === null && shown.right === null) return [];
  const difference = shown.left === shown.right ? 'same' : 'changed';
  return [{ segment, path: '', ...shown, difference }];
}

function compareSegments(
  segment: ComparedMember['segment'],
  left: DecodedSegment,
  right: DecodedSegment,
): readonly ComparedMember[] {
  const sides = [sideOf(left), sideOf(right)] as const;
  const isReadable = sides[0] !== null && sides[1] !== null;
  return isReadable ? compareObjects(segment, '', ...sides) : compareTexts(segment, left, right);
}

/** Compares what two tokens say, member by member, and whether they say it in the same bytes. Never throws. */
export function compareTokens(left: DecodedToken, right: DecodedToken): Comparison {
  const segments = ['header', 'payload'] as const;
  const members = segments.flatMap((name) => compareSegments(name, left[name], right[name]));
  const writtenDifferently = segments.filter(
    (name) =>
      left[name].raw !== right[name].raw &&
      members.every(({ segment, difference }) => segment !== name || difference === 'same'),
  );
  const signatures = [left.segments[2] ?? '', right.segments[2] ?? ''];
  const hasNone = signatures.every((text) => text === '');
  return {
    members: members.slice(0, maxMembers),
    writtenDifferently,
    signature: hasNone ? null : signatures[0] === signatures[1] ? 'same' : 'different',
  };
}
