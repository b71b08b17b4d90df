import { membersOf, memberValue } from '../../shared/json/json-members.ts';
import type { JsonNode } from '../../shared/json/parse-json.ts';
import { type ClaimExplanation, explainClaim } from '../../shared/jwt/explain-claim.ts';

/** A member that can be explained. */
export interface ClaimRow {
  /** The names on the way to it, with dots: `session_context.device_info.device_id`. */
  readonly path: string;
  readonly explanation: ClaimExplanation;
}

/** The members of header or payload that can be explained, and what is inside them, in the order of the token. */
export function claimRows(
  segment: 'header' | 'payload',
  tree: JsonNode | null,
  within: readonly string[] = [],
): readonly ClaimRow[] {
  const names = new Set(tree === null ? [] : membersOf(tree).map(({ name }) => name));
  return [...names].flatMap((name) => {
    const explanation = explainClaim(segment, name, within);
    if (tree === null || explanation === null) return [];
    const path = [...within, name];
    return [{ path: path.join('.'), explanation }, ...claimRows(segment, memberValue(tree, name), path)];
  });
}
