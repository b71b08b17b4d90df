import type { KeyDraft, Normalisation, PublicHalf } from '../../shared/coze/key.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Clock, EpochMilliseconds } from '../../shared/time.ts';
import { systemTimers, type Timers } from '../tokens/timers.ts';
import { readPrivateKey } from './read-private-key.ts';

const lifetimeMs = 10 * 60 * 1000;
const maxDrafts = 20;

/** A private key that waits for being saved. */
export interface DraftMaterial {
  readonly pkcs8: Uint8Array;
  readonly publicHalf: PublicHalf;
  readonly origin: 'imported' | 'generated';
  readonly fileName: string | null;
  readonly normalised: readonly Normalisation[];
}

export interface NewDraft {
  readonly pkcs8: Uint8Array;
  readonly publicHalf: PublicHalf;
  readonly normalised?: readonly Normalisation[];
}

export interface KeyDrafts {
  /** Takes the key over: its buffer is wiped when the draft goes. */
  readonly add: (read: NewDraft, about: Pick<DraftMaterial, 'origin' | 'fileName'>) => KeyDraft;
  /** Keeps a copy of an encrypted key until its passphrase comes. */
  readonly addLocked: (input: Uint8Array | string, fileName: string | null) => KeyDraft;
  /**
   * Decrypts a locked draft; a wrong passphrase leaves it waiting, any other refusal ends it.
   *
   * @throws ProblemError `key/draft-gone`, and as `readPrivateKey` does
   */
  readonly unlock: (draftId: string, passphrase: string) => KeyDraft;
  /**
   * Lends the key to `save` and ends the draft when that is done. When it fails, the draft stays, so that the person
   * can choose another place for the key.
   *
   * @throws ProblemError `key/draft-gone`, `key/passphrase-needed` while it is locked, and what `save` throws
   */
  readonly use: <T>(draftId: string, save: (material: DraftMaterial) => Promise<T>) => Promise<T>;
  /** Gives the key away: the caller wipes it. @throws ProblemError as `use` does */
  readonly take: (draftId: string) => DraftMaterial;
  /** Wipes the draft; one that is gone already is no failure. */
  readonly discard: (draftId: string) => void;
  /** Wipes all drafts. */
  readonly clear: () => void;
}

export interface KeyDraftOptions {
  readonly clock: Clock;
  readonly randomId: () => string;
  /** Id of the stored key with this SubjectPublicKeyInfo fingerprint. */
  readonly findStored: (spki: string) => string | null;
  readonly timers?: Timers;
}

interface LockedDraft {
  readonly state: 'locked';
  readonly input: Uint8Array;
  readonly fileName: string | null;
}
type Content = LockedDraft | ({ readonly state: 'ready' } & DraftMaterial);
interface Held {
  readonly content: Content;
  readonly endsAt: EpochMilliseconds;
  readonly cancelTimer: () => void;
}

/** Key material that was read but not stored yet: at most 20 drafts, ten minutes each, the oldest giving way. */
export function createKeyDrafts(options: KeyDraftOptions): KeyDrafts {
  const { clock, randomId, findStored, timers = systemTimers } = options;
  const drafts = new Map<string, Held>();

  const discard = (draftId: string) => {
    const held = drafts.get(draftId);
    if (held === undefined) return;
    release(draftId, held);
    (held.content.state === 'locked' ? held.content.input : held.content.pkcs8).fill(0);
  };

  const release = (draftId: string, held: Held) => {
    held.cancelTimer();
    drafts.delete(draftId);
  };

  const hold = (draftId: string, content: Content): KeyDraft => {
    const cancelTimer = timers.after(lifetimeMs, () => discard(draftId));
    drafts.set(draftId, { content, endsAt: (clock.now() + lifetimeMs) as EpochMilliseconds, cancelTimer });
    const [oldest] = drafts.keys();
    if (drafts.size > maxDrafts && oldest !== undefined) discard(oldest);
    return describe(draftId, content);
  };

  const find = (draftId: string): Held => {
    const held = drafts.get(draftId);
    if (held === undefined) throw new ProblemError('key/draft-gone');
    if (clock.now() < held.endsAt) return held;
    discard(draftId);
    throw new ProblemError('key/draft-gone');
  };

  const findReady = (draftId: string) => {
    const held = find(draftId);
    if (held.content.state === 'locked')
      throw new ProblemError('key/passphrase-needed', { remedies: ['enter-passphrase'] });
    return { held, material: held.content };
  };

  const describe = (draftId: string, content: Content): KeyDraft => {
    if (content.state === 'locked') return { state: 'locked', draftId, fileName: content.fileName };
    const { publicHalf, origin, fileName, normalised } = content;
    const duplicateOf = findStored(publicHalf.fingerprints.spki);
    return {
      state: 'ready',
      draftId,
      fileName,
      origin,
      normalised: [...normalised],
      duplicateOf,
      ...publicHalf,
    };
  };

  return {
    add: ({ pkcs8, publicHalf, normalised = [] }, { origin, fileName }) =>
      hold(randomId(), { state: 'ready', pkcs8, publicHalf, normalised, origin, fileName }),
    addLocked: (input, fileName) => hold(randomId(), { state: 'locked', input: copyOf(input), fileName }),
    unlock: (draftId, passphrase) => {
      const { content } = find(draftId);
      if (content.state === 'ready') return describe(draftId, content);
      const { fileName } = content;
      const read = unlockOrEnd(content.input, passphrase, () => discard(draftId));
      discard(draftId);
      return hold(draftId, { state: 'ready', ...read, origin: 'imported', fileName });
    },
    use: async (draftId, save) => {
      const { material } = findReady(draftId);
      const lent = Uint8Array.from(material.pkcs8);
      try {
        const result = await save({ ...material, pkcs8: lent });
        discard(draftId);
        return result;
      } finally {
        lent.fill(0);
      }
    },
    take: (draftId) => {
      const { held, material } = findReady(draftId);
      release(draftId, held);
      return material;
    },
    discard,
    clear: () => {
      for (const draftId of [...drafts.keys()]) discard(draftId);
    },
  };
}

function copyOf(input: Uint8Array | string): Uint8Array {
  return typeof input === 'string' ? new TextEncoder().encode(input) : Uint8Array.from(input);
}

function unlockOrEnd(input: Uint8Array, passphrase: string, end: () => void) {
  try {
    return readPrivateKey(input, passphrase);
  } catch (error) {
    if (!(error instanceof ProblemError && error.problem.code === 'key/passphrase-wrong')) end();
    throw error;
  }
}
