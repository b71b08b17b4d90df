import type { Handlers, ParsedInput } from '../../shared/bridge.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { ProblemError } from '../../shared/problem.ts';
import { toEpochSeconds } from '../../shared/time.ts';
import type { DraftMaterial } from '../keys/key-drafts.ts';
import { oneAtATime } from '../keys/one-at-a-time.ts';
import type { EngineContext } from './context.ts';
import { deleteKey } from './delete-key.ts';
import { isLost } from './private-halves.ts';
import { storeHalf } from './store-half.ts';

type KeyCalls = Pick<Handlers, 'keys.save' | 'keys.change' | 'keys.delete'>;

/** The stored keys: their entries in the profile and their private halves where they are held. */
export function keyHandlers(context: EngineContext): KeyCalls {
  const { profile, halves, drafts, signers, clock, newId } = context;

  /** What is looked up before the keychain is waited for must still hold afterwards. */
  const inTurn = oneAtATime();

  async function hasPrivateHalf(key: SigningKey): Promise<boolean> {
    if (key.held === 'gone') return false;
    try {
      (await halves.get(key)).fill(0);
      return true;
    } catch (thrown) {
      return !isLost(thrown);
    }
  }

  /** The entry that a draft brings back to life: the same public half, its private half lost. */
  async function entryToRevive(spki: string): Promise<SigningKey | null> {
    const known = profile.get().keys.find((key) => key.fingerprints.spki === spki);
    if (known === undefined) return null;
    if (!(await hasPrivateHalf(known))) return known;
    throw new ProblemError('key/duplicate', { params: { label: known.label, keyId: known.id } });
  }

  async function save(input: ParsedInput<'keys.save'>, material: DraftMaterial): Promise<SigningKey> {
    const { label, hold } = input;
    const revived = await entryToRevive(material.publicHalf.fingerprints.spki);
    const entry = {
      ...material.publicHalf,
      id: revived?.id ?? newId(),
      label,
      kid: kidOf(input.kid) ?? revived?.kid ?? null,
      origin: revived?.origin ?? material.origin,
      createdAt: revived?.createdAt ?? toEpochSeconds(clock.now()),
      held: hold,
    } satisfies SigningKey;
    await storeHalf(context, entry, material.pkcs8);
    signers.drop(entry.id);
    await profile.update((now) => ({
      ...now,
      keys:
        revived === null ? [...now.keys, entry] : now.keys.map((key) => (key.id === entry.id ? entry : key)),
    }));
    return entry;
  }

  return {
    'keys.save': (input) =>
      inTurn('keys', () => drafts.use(input.draftId, (material) => save(input, material))),
    'keys.change': async ({ keyId, label, kid }) => {
      const key = profile.key(keyId);
      const changed: SigningKey = {
        ...key,
        label: label ?? key.label,
        kid: kid === undefined ? key.kid : kidOf(kid),
      };
      await profile.update((now) => ({
        ...now,
        keys: now.keys.map((candidate) => (candidate.id === keyId ? changed : candidate)),
      }));
      return changed;
    },
    'keys.delete': ({ keyId }) => inTurn('keys', () => deleteKey(context, keyId)),
  };
}

function kidOf(typed: string | null): string | null {
  return typed === '' ? null : typed;
}
