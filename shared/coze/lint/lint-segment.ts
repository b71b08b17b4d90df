import { type JsonMember, membersOf } from '../../json/json-members.ts';
import type { JsonNode } from '../../json/parse-json.ts';
import { readCutObject } from '../../json/read-cut-object.ts';
import { isPayloadEncoded } from '../../jwt/check-header.ts';
import { type DecodedSegment, decodeSegment } from '../../jwt/decode-segment.ts';
import type { DecodedToken } from '../../jwt/decode-token.ts';

/** Header or payload as the rules see it. */
export interface LintSegment {
  readonly name: 'header' | 'payload';
  readonly text: string;
  readonly members: readonly JsonMember[];
  /** False when members may follow that cannot be read: then nothing is said to be missing, and nothing is fixed. */
  readonly isComplete: boolean;
  /** The character of the segment in which the character `at` of `text` is encoded. */
  readonly offsetOf: (at: number) => number;
}

/** Finds places in a segment; decoding it once more waits until the first place is asked for. */
function offsetsIn(raw: string, name: LintSegment['name'], isEncoded: boolean): (at: number) => number {
  if (!isEncoded) return (at) => at;
  let offsetOf: ((at: number) => number) | null = null;
  return (at) => {
    offsetOf ??= decodeSegment(raw, name).offsetOf;
    return offsetOf(at);
  };
}

function readSegment(
  segment: DecodedSegment,
  name: LintSegment['name'],
  isEncoded: boolean,
): LintSegment | null {
  const { raw, text, tree } = segment;
  if (text === null) return null;
  const offsetOf = offsetsIn(raw, name, isEncoded);
  if (tree !== null) {
    if (tree.type !== 'object') return null;
    return { name, text, members: membersOf(tree), isComplete: true, offsetOf };
  }
  const members = readCutObject(text);
  return members.length === 0 ? null : { name, text, members, isComplete: false, offsetOf };
}

/** The payload of a whole token without one: no members, and nowhere to put one. */
const emptyPayload: LintSegment = {
  name: 'payload',
  text: '',
  members: [],
  isComplete: true,
  offsetOf: (at) => at,
};

/** Header and payload as far as their members can be read; null for what is no object. An empty payload has no members. */
export function lintSegmentsOf(
  token: DecodedToken,
): Readonly<Record<'header' | 'payload', LintSegment | null>> {
  const header: JsonNode | null = token.header.tree;
  const isEncoded = header === null || isPayloadEncoded(header);
  const [, payload, signature] = token.segments;
  return {
    header: readSegment(token.header, 'header', true),
    payload:
      payload === '' && signature !== undefined
        ? emptyPayload
        : readSegment(token.payload, 'payload', isEncoded),
  };
}
