import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createKeyDrafts } from '../../../electron/keys/key-drafts.ts';
import { readPrivateKey } from '../../../electron/keys/read-private-key.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

const fixture = (name: string) => readFileSync(resolve('test/fixtures/keys', name));
const plain = fixture('throwaway-rsa-2048-pkcs8.der');
const encrypted = fixture('throwaway-rsa-2048-encrypted.der');
const spki = 'oR9gq5OMUDRtHOAmGpVO2ywCvB_8wR0UlleGdry-5nA';
const about = { origin: 'imported', fileName: 'private_key.pem' } as const;

function setUp(stored: Record<string, string> = {}) {
  const time = { now: 1_760_000_000_000 };
  const timers = new Set<() => void>();
  let ids = 0;
  const drafts = createKeyDrafts({
    clock: { now: () => epochMilliseconds(time.now) },
    randomId: () => {
      ids += 1;
      return `d${ids}`;
    },
    findStored: (fingerprint) => stored[fingerprint] ?? null,
    timers: {
      after: (_, run) => {
        timers.add(run);
        return () => timers.delete(run);
      },
    },
  });
  return { drafts, time, timers };
}

function codeOf(task: () => unknown) {
  try {
    task();
    return 'done';
  } catch (error) {
    return error instanceof ProblemError ? error.problem.code : String(error);
  }
}

describe('a key that waits for being saved', () => {
  it('is described without its private half', () => {
    const { drafts } = setUp();
    const read = readPrivateKey(plain, null);
    const draft = drafts.add(read, about);
    expect(draft).toEqual({
      state: 'ready',
      draftId: 'd1',
      fileName: 'private_key.pem',
      origin: 'imported',
      normalised: ['der'],
      duplicateOf: null,
      ...read.publicHalf,
    });
  });

  it('names the stored key that is the same', () => {
    const { drafts } = setUp({ [spki]: 'k7' });
    expect(drafts.add(readPrivateKey(plain, null), about)).toMatchObject({ duplicateOf: 'k7' });
  });

  it('is lent to a save, and gone when that is done', async () => {
    const { drafts, timers } = setUp();
    const read = readPrivateKey(plain, null);
    drafts.add(read, about);
    const saved = await drafts.use('d1', async ({ pkcs8 }) => Buffer.from(pkcs8).equals(plain));
    expect(saved).toBe(true);
    expect(read.pkcs8.every((octet) => octet === 0)).toBe(true);
    expect(codeOf(() => drafts.take('d1'))).toBe('key/draft-gone');
    expect(timers.size).toBe(0);
  });

  it('is still there when the save failed', async () => {
    const { drafts } = setUp();
    drafts.add(readPrivateKey(plain, null), about);
    const locked = () => Promise.reject(new ProblemError('keychain/locked'));
    await expect(drafts.use('d1', locked)).rejects.toMatchObject({ problem: { code: 'keychain/locked' } });
    expect(Buffer.from(drafts.take('d1').pkcs8).equals(plain)).toBe(true);
  });

  it('belongs to whoever takes it', () => {
    const { drafts } = setUp();
    drafts.add(readPrivateKey(plain, null), about);
    const { pkcs8 } = drafts.take('d1');
    drafts.discard('d1');
    drafts.clear();
    expect(Buffer.from(pkcs8).equals(plain)).toBe(true);
  });

  it('is wiped when it is discarded, and discarding twice is no failure', () => {
    const { drafts } = setUp();
    const read = readPrivateKey(plain, null);
    drafts.add(read, about);
    drafts.discard('d1');
    drafts.discard('d1');
    expect(read.pkcs8.every((octet) => octet === 0)).toBe(true);
    expect(codeOf(() => drafts.take('d1'))).toBe('key/draft-gone');
  });

  it('is wiped after ten minutes, by the clock or by its timer, whichever comes first', () => {
    const { drafts, time, timers } = setUp();
    const [first, second] = [readPrivateKey(plain, null), readPrivateKey(plain, null)];
    drafts.add(first, about);
    drafts.add(second, about);
    time.now += 599_999;
    expect(codeOf(() => drafts.unlock('d1', ''))).toBe('done');
    time.now += 1;
    expect(codeOf(() => drafts.take('d1'))).toBe('key/draft-gone');
    for (const run of timers) run();
    expect([...first.pkcs8, ...second.pkcs8].every((octet) => octet === 0)).toBe(true);
  });

  it('gives way to newer ones when there are more than twenty', () => {
    const { drafts } = setUp();
    const reads = Array.from({ length: 21 }, () => readPrivateKey(plain, null));
    for (const read of reads) drafts.add(read, about);
    expect(reads[0]?.pkcs8.every((octet) => octet === 0)).toBe(true);
    expect(codeOf(() => drafts.take('d1'))).toBe('key/draft-gone');
    expect(codeOf(() => drafts.take('d2'))).toBe('done');
  });
});

describe('an encrypted key', () => {
  it('waits through wrong passphrases and keeps its id when the right one comes', () => {
    const { drafts, timers } = setUp();
    expect(drafts.addLocked(encrypted, 'k.der')).toEqual({
      state: 'locked',
      draftId: 'd1',
      fileName: 'k.der',
    });
    expect(codeOf(() => drafts.take('d1'))).toBe('key/passphrase-needed');
    expect(codeOf(() => drafts.unlock('d1', 'wrong'))).toBe('key/passphrase-wrong');
    expect(drafts.unlock('d1', 'throwaway')).toMatchObject({
      state: 'ready',
      draftId: 'd1',
      fileName: 'k.der',
      origin: 'imported',
      normalised: ['decrypted', 'der'],
    });
    expect(Buffer.from(drafts.take('d1').pkcs8).equals(plain)).toBe(true);
    expect(timers.size).toBe(0);
  });

  it('pasted as text is read as well', () => {
    const { drafts } = setUp();
    drafts.addLocked(fixture('throwaway-rsa-2048-encrypted-scrypt.pem').toString(), null);
    expect(drafts.unlock('d1', 'throwaway')).toMatchObject({ state: 'ready', fileName: null });
  });

  it('that turns out to be of another type ends', () => {
    const { drafts } = setUp();
    drafts.addLocked(fixture('refused-ec-encrypted-pkcs8.pem'), null);
    expect(codeOf(() => drafts.unlock('d1', 'throwaway'))).toBe('key/not-rsa');
    expect(codeOf(() => drafts.unlock('d1', 'throwaway'))).toBe('key/draft-gone');
  });
});
