import type { AccessToken } from '../../shared/coze/token.ts';

/** The place of each token among those before it and after it; higher is newer. By token id. */
export type TokenPlaces = ReadonlyMap<string, number>;

/**
 * Gives each token its place, the newest first. A token that renews another takes that one's place, and keeps it when the
 * other is gone, so that renewing moves nothing.
 *
 * @param before - the places as they were
 * @param tokens - newest first
 */
export function placeTokens(before: TokenPlaces, tokens: readonly AccessToken[]): TokenPlaces {
  const places = new Map<string, number>();
  let last = Math.max(0, ...before.values());
  for (const { id, replaces } of tokens.toReversed()) {
    const known = before.get(id);
    const inherited = replaces === null ? undefined : (places.get(replaces) ?? before.get(replaces));
    last += known === undefined && inherited === undefined ? 1 : 0;
    // What it renews may be told a moment after the token itself.
    places.set(id, inherited ?? known ?? last);
  }
  return places;
}
