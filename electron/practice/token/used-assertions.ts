import { createHash } from 'node:crypto';
import { createBoundedMap } from '../bounded-map.ts';

const capacity = 10_000;

/**
 * Remembers the `jti` of assertions, each app's apart, so that each is taken once. Only hashes are held, and beyond
 * 10 000 the oldest is forgotten.
 *
 * @returns a function that notes a use and tells whether it was the first
 */
export function rememberAssertions(): (clientId: string, jti: string) => boolean {
  const used = createBoundedMap<string, true>(capacity);
  return (clientId, jti) => {
    const hash = createHash('sha256')
      .update(JSON.stringify([clientId, jti]))
      .digest('base64');
    if (used.has(hash)) return false;
    used.set(hash, true);
    return true;
  };
}
