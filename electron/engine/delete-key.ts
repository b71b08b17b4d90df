import type { OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { maxKeysPerApp } from '../../shared/coze/max-keys-per-app.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Profile } from '../../shared/profile.ts';
import type { EngineContext } from './context.ts';
import { insertedAt } from './inserted-at.ts';
import { isLost } from './private-halves.ts';

/** The profile without that key, also in the apps that used it. */
export function withoutKey(profile: Profile, keyId: string): Profile {
  return {
    ...profile,
    keys: profile.keys.filter((key) => key.id !== keyId),
    apps: profile.apps.map((app) => ({
      ...app,
      keyIds: app.keyIds.filter((id) => id !== keyId),
      keyInUse: app.keyInUse === keyId ? null : app.keyInUse,
    })),
  };
}

function linkedAgain(app: OAuthApp, keyId: string, before: OAuthApp | undefined): OAuthApp {
  const index = before?.keyIds.indexOf(keyId) ?? -1;
  if (before === undefined || index === -1 || app.keyIds.length >= maxKeysPerApp) return app;
  const inUse = app.keyInUse === null && before.keyInUse === keyId ? keyId : app.keyInUse;
  return { ...app, keyIds: insertedAt(app.keyIds, index, keyId), keyInUse: inUse };
}

/** Puts the key back where it stood, also in the apps that used it and still exist. */
function withKey(profile: Profile, key: SigningKey, before: Profile): Profile {
  const index = before.keys.findIndex(({ id }) => id === key.id);
  const without = withoutKey(profile, key.id);
  return {
    ...without,
    keys: insertedAt(without.keys, index, key),
    apps: without.apps.map((app) =>
      linkedAgain(
        app,
        key.id,
        before.apps.find(({ id }) => id === app.id),
      ),
    ),
  };
}

/**
 * Deletes a key: its private half first, so that an entry never hides one that stays behind. For ten seconds the
 * private half waits in memory for being put back.
 *
 * @throws ProblemError `key/not-found`, `keychain/…`, `storage/unwritable`
 */
export async function deleteKey(
  context: Pick<EngineContext, 'profile' | 'halves' | 'signers' | 'undo'>,
  keyId: string,
): Promise<{ undoId: string; expiresAt: number }> {
  const { profile, halves, signers, undo } = context;
  const key = profile.key(keyId);

  async function privateHalf(): Promise<Uint8Array | null> {
    try {
      return await halves.get(key);
    } catch (thrown) {
      if (isLost(thrown)) return null;
      throw thrown;
    }
  }

  const pkcs8 = await privateHalf();
  await halves.delete(key);
  signers.drop(keyId);
  const before = profile.get();
  const saved = profile.update((now) => withoutKey(now, keyId));
  const offer = undo.offer(
    async () => {
      const { keys } = profile.get();
      const twin = keys.find(
        ({ id, fingerprints }) => id !== keyId && fingerprints.spki === key.fingerprints.spki,
      );
      if (twin !== undefined) throw new ProblemError('key/duplicate', { params: { label: twin.label } });
      if (pkcs8 !== null && key.held !== 'gone') await halves.put(keyId, pkcs8, key.held);
      const restored: SigningKey = pkcs8 === null ? { ...key, held: 'gone' } : key;
      await profile.update((now) => withKey(now, restored, before));
    },
    () => pkcs8?.fill(0),
  );
  await undo.restoreUnlessSaved(offer.undoId, saved);
  return offer;
}
