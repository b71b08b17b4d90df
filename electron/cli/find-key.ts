import type { SigningKey } from '../../shared/coze/key.ts';
import type { Profile } from '../../shared/profile.ts';
import { UsageError } from './usage-error.ts';

/** The stored key with that id, kid or label. @throws UsageError when there is not exactly one */
export function findKey({ keys }: Profile, name: string): SigningKey {
  const byId = keys.find(({ id }) => id === name);
  if (byId !== undefined) return byId;
  const matching = keys.filter(({ kid, label }) => kid === name || label === name);
  const [key, second] = matching;
  if (key === undefined) throw new UsageError('usage.key-unknown', { name });
  if (second !== undefined) {
    throw new UsageError('usage.key-ambiguous', { name, ids: matching.map(({ id }) => id).join(', ') });
  }
  return key;
}
