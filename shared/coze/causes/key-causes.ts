import { looksLikeAppId, looksLikeFingerprint } from '../looks-like.ts';
import { type Cause, cause } from './cause.ts';
import type { CauseFacts } from './cause-facts.ts';
import { wrongPlace } from './place-causes.ts';

/** What can be seen of a `kid` without asking anyone. */
export function kidCauses({ kid, candidates }: Pick<CauseFacts, 'kid' | 'candidates'>): readonly Cause[] {
  if (kid === null || candidates.includes(kid) || looksLikeFingerprint(kid)) return [];
  if (looksLikeAppId(kid)) return [cause('kid-is-app-id', { kid })];
  return [cause('kid-odd', { length: kid.length })];
}

/** How long Coze may need until every server knows of a new key ("some seconds", OAuth 应用). */
const cacheSeconds = 120;
const waitSeconds = 10;

function newKey({ keyCreatedAt, now }: CauseFacts): readonly Cause[] {
  if (keyCreatedAt === null) return [];
  const age = Math.floor(now / 1000) - keyCreatedAt;
  return age >= 0 && age < cacheSeconds ? [cause('key-new', { age, seconds: waitSeconds })] : [];
}

/** A match with a candidate is proof, a mismatch is not: which encoding Coze hashes is not documented. */
function whetherKidFits({ kid, candidates }: CauseFacts): readonly Cause[] {
  if (kid === null) return [];
  if (candidates.includes(kid)) return [];
  return [cause(candidates.length === 0 ? 'kid-mistyped' : 'kid-unmatched')];
}

/**
 * Why Coze may not know a `kid`. The other region goes first, since it is what most people met; only with a key that is
 * minutes old and an app of `cn` the server's cache goes before it: every SDK's default is `com`.
 */
export function kidUnknownCauses(facts: CauseFacts): readonly Cause[] {
  const odd = kidCauses(facts);
  if (facts.region.kind === 'practice') {
    return facts.practiceFaults?.keyRemoved === true
      ? [cause('practice-fault')]
      : [...odd, cause('practice-key-unknown')];
  }
  const fresh = newKey(facts);
  const place = wrongPlace(facts);
  const either = facts.region.kind === 'cn' ? [...fresh, ...place] : [...place, ...fresh];
  const fits = odd.length > 0 ? [] : whetherKidFits(facts);
  return [...odd, ...either, ...fits, cause('key-removed')];
}
