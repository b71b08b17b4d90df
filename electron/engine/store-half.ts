import type { SigningKey } from '../../shared/coze/key.ts';
import type { Profile } from '../../shared/profile.ts';
import type { EngineContext } from './context.ts';

function withGone({ keys, ...rest }: Profile, key: SigningKey): Profile {
  return { ...rest, keys: [...keys.filter(({ id }) => id !== key.id), { ...key, held: 'gone' }] };
}

/**
 * Stores the private half of `key`. Before the keychain gets it, the profile on disk names it: when the app is killed in
 * between, the next run lists the key as gone, and importing or deleting that entry takes care of what the keychain has.
 *
 * @throws ProblemError `keychain/…` with remedies, `storage/unwritable`
 */
export async function storeHalf(
  { profile, halves }: Pick<EngineContext, 'profile' | 'halves'>,
  key: SigningKey & { readonly held: 'keychain' | 'this-run' },
  pkcs8: Uint8Array,
): Promise<void> {
  if (key.held === 'keychain') await profile.writeAhead((now) => withGone(now, key));
  try {
    await halves.put(key.id, pkcs8, key.held);
  } catch (thrown) {
    await profile.flush();
    throw thrown;
  }
}
