import type { SigningKey } from '../../shared/coze/key.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Profile } from '../../shared/profile.ts';
import { toEpochSeconds } from '../../shared/time.ts';
import { isLost } from '../engine/private-halves.ts';
import type { KeyVault } from '../keys/key-vault.ts';
import type { ReadKey } from '../keys/read-private-key.ts';
import type { EditableProfile } from './edit-profile.ts';
import type { Terminal } from './terminal.ts';

/** What a person says about a key. */
export interface KeyFields {
  readonly label: string;
  readonly kid: string | null;
}

async function isThere(vault: KeyVault, { id, held }: SigningKey): Promise<boolean> {
  if (held !== 'keychain') return false;
  try {
    (await vault.get(id)).fill(0);
    return true;
  } catch (thrown) {
    if (isLost(thrown)) return false;
    throw thrown;
  }
}

/** The stored key with the same public half, or null. */
export function findSameKey({ keys }: Profile, { publicHalf }: ReadKey): SigningKey | null {
  return keys.find(({ fingerprints }) => fingerprints.spki === publicHalf.fingerprints.spki) ?? null;
}

function withKey(profile: Profile, entry: SigningKey): Profile {
  const isKnown = profile.keys.some(({ id }) => id === entry.id);
  const keys = isKnown
    ? profile.keys.map((key) => (key.id === entry.id ? entry : key))
    : [...profile.keys, entry];
  return { ...profile, keys };
}

/**
 * Puts a key into the keychain and the profile; one that was there before and lost its private half comes back to life.
 * The profile names it first, as lost: killed in between, the next run knows what there is to tidy. The key's buffer is
 * wiped.
 *
 * @throws ProblemError `key/duplicate`, `keychain/…`, `storage/unwritable`
 */
export async function storeKey(
  read: ReadKey,
  fields: KeyFields,
  profile: EditableProfile,
  { clock, randomBytes, keychain }: Terminal,
): Promise<SigningKey> {
  try {
    const { createKeychainVault } = await import('../keys/keychain-vault.ts');
    const vault = createKeychainVault(await keychain());
    const before = profile.get();
    const same = findSameKey(before, read);
    if (same !== null && (await isThere(vault, same))) {
      throw new ProblemError('key/duplicate', { params: { label: same.label, keyId: same.id } });
    }
    const entry: SigningKey = {
      ...read.publicHalf,
      id: same?.id ?? Buffer.from(randomBytes(16)).toString('base64url'),
      label: fields.label,
      kid: fields.kid ?? same?.kid ?? null,
      origin: same?.origin ?? 'imported',
      createdAt: same?.createdAt ?? toEpochSeconds(clock.now()),
      held: 'keychain',
    };
    await profile.update((now) => withKey(now, { ...entry, held: 'gone' }));
    try {
      await vault.put(entry.id, read.pkcs8);
    } catch (thrown) {
      await profile.update(() => before);
      throw thrown;
    }
    await profile.update((now) => withKey(now, entry));
    return entry;
  } finally {
    read.pkcs8.fill(0);
  }
}
