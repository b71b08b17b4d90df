import { memberValue, pointerStep, sourceOf } from '../../json/json-members.ts';
import type { JsonNode } from '../../json/parse-json.ts';
import { firstMilliseconds } from '../../jwt/read-times.ts';
import type { LintSegment } from './lint-segment.ts';

/** Where a member stands, or would stand. */
export interface Place {
  readonly segment: LintSegment;
  /** The member's own name. */
  readonly name: string;
  /** JSON pointer into the segment. */
  readonly path: string;
  /** Its value; of several with the same name the last, as `JSON.parse` chooses it. Null when there is none. */
  readonly node: JsonNode | null;
}

/** The place of the member that the names lead to, from the outermost inwards. */
export function placeOf(segment: LintSegment, names: readonly string[]): Place {
  const [first = '', ...inner] = names;
  const outermost = segment.members.findLast((member) => member.name === first)?.value ?? null;
  const node = inner.reduce<JsonNode | null>(
    (outer, name) => (outer === null ? null : memberValue(outer, name)),
    outermost,
  );
  return { segment, name: names.at(-1) ?? '', path: names.map(pointerStep).join(''), node };
}

/** The value when it is text, else null. */
export function textAt({ node }: Place): string | null {
  return node?.type === 'string' ? String(node.value) : null;
}

/** The value as it is written in the segment; empty when there is none. */
export function sourceAt({ segment, node }: Place): string {
  return node === null ? '' : sourceOf(segment.text, node);
}

/** The value when it is an integer, written without fraction and exponent, and a date in seconds; else null. */
export function secondsAt(place: Place): number | null {
  const source = sourceAt(place);
  if (place.node?.type !== 'number' || !/^-?\d{1,15}$/.test(source)) return null;
  const value = Number(source);
  return value < firstMilliseconds ? value : null;
}
