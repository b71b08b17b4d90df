import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeychainVault } from '../../../electron/keys/keychain-vault.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { createMemorySecretStore } from './memory-secret-store.ts';

const rsa2048Size = 1217;
const rsa4096Size = 2375;

function setUp() {
  const store = createMemorySecretStore();
  return { store, vault: createKeychainVault(store) };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error)),
  );

describe('a key in the keychain', () => {
  it.each([1, rsa2048Size, 1500, 1501, rsa4096Size, 3000, 9300])(
    'of %i bytes comes back as it was',
    async (size) => {
      const { vault } = setUp();
      const key = randomBytes(size);
      await vault.put('k1', key);
      expect(Buffer.from(await vault.get('k1')).equals(key)).toBe(true);
    },
  );

  it('stands in parts of at most 2 000 bytes, the manifest written after them', async () => {
    const { store, vault } = setUp();
    await vault.put('k1', randomBytes(rsa4096Size));
    const written = store.changes.filter((change) => change.includes('key/k1'));
    expect(written).toEqual(['set key/k1/a0', 'set key/k1/a1', 'set key/k1/manifest']);
    expect(Math.max(...[...store.entries.values()].map((value) => Buffer.byteLength(value)))).toBe(2000);
    expect(JSON.parse(store.entries.get('key/k1/manifest') ?? '')).toMatchObject({ version: 1, parts: 2 });
  });

  it('is not found before it is put and after it is deleted, and leaves nothing behind', async () => {
    const { store, vault } = setUp();
    expect(await codeOf(vault.get('k1'))).toBe('keychain/not-found');
    await vault.put('k1', randomBytes(rsa4096Size));
    await vault.delete('k1');
    expect(await codeOf(vault.get('k1'))).toBe('keychain/not-found');
    expect([...store.entries.keys()].filter((name) => name.startsWith('key/'))).toEqual([]);
    expect(await codeOf(vault.delete('k1'))).toBe('done');
  });

  it('is replaced by a shorter one without leftovers', async () => {
    const { store, vault } = setUp();
    await vault.put('k1', randomBytes(rsa4096Size));
    const second = randomBytes(rsa2048Size);
    await vault.put('k1', second);
    expect(Buffer.from(await vault.get('k1')).equals(second)).toBe(true);
    expect([...store.entries.keys()].filter((name) => name.startsWith('key/')).sort()).toEqual([
      'key/k1/b0',
      'key/k1/manifest',
    ]);
  });

  it('is listed with the others', async () => {
    const { vault } = setUp();
    await Promise.all(['k1', 'k2', 'k3'].map((id) => vault.put(id, randomBytes(50))));
    await vault.delete('k2');
    expect([...(await vault.list())].sort()).toEqual(['k1', 'k3']);
  });

  it('two puts at once: the later one wins, whole', async () => {
    const { vault } = setUp();
    const [first, second] = [randomBytes(rsa4096Size), randomBytes(rsa4096Size)];
    await Promise.all([vault.put('k1', first), vault.put('k1', second)]);
    expect(Buffer.from(await vault.get('k1')).equals(second)).toBe(true);
  });
});

describe('damage', () => {
  const cases: readonly [string, (entries: Map<string, string>) => void][] = [
    ['a part that is gone', (entries) => entries.delete('key/k1/a1')],
    ['a part that was changed', (entries) => entries.set('key/k1/a1', 'AAAA')],
    ['parts that were swapped', (entries) => entries.set('key/k1/a0', entries.get('key/k1/a1') ?? '')],
    ['a manifest that is no JSON', (entries) => entries.set('key/k1/manifest', '{')],
    ['a manifest of a later version', (entries) => entries.set('key/k1/manifest', '{"version":2}')],
  ];
  it.each(cases)('%s is corrupt, and can be put right by a new put', async (_, damage) => {
    const { store, vault } = setUp();
    await vault.put('k1', randomBytes(rsa4096Size));
    damage(store.entries);
    expect(await codeOf(vault.get('k1'))).toBe('keychain/corrupt');
    await vault.put('k1', Buffer.from('new'));
    expect(Buffer.from(await vault.get('k1')).toString()).toBe('new');
  });

  it('of the index costs the list, not the keys', async () => {
    const { store, vault } = setUp();
    await vault.put('k1', Buffer.from('one'));
    store.entries.set('index/manifest', 'rubbish');
    expect(await vault.list()).toEqual([]);
    expect(Buffer.from(await vault.get('k1')).toString()).toBe('one');
    await vault.put('k2', Buffer.from('two'));
    expect(await vault.list()).toEqual(['k2']);
  });
});

describe('the process ends in the middle', () => {
  const first = randomBytes(rsa4096Size);
  const second = randomBytes(rsa4096Size);

  it('of a put: after any number of changes the old key or the new one is there, whole', async () => {
    for (let budget = 0; budget < 30; budget += 1) {
      const { store, vault } = setUp();
      await vault.put('k1', first);
      store.budget = budget;
      await codeOf(vault.put('k1', second));
      store.budget = Number.POSITIVE_INFINITY;
      const left = Buffer.from(await createKeychainVault(store).get('k1'));
      expect(left.equals(first) || left.equals(second)).toBe(true);
    }
  });

  it('of a delete: the key is there or not found, never corrupt', async () => {
    for (let budget = 0; budget < 30; budget += 1) {
      const { store, vault } = setUp();
      await vault.put('k1', first);
      store.budget = budget;
      await codeOf(vault.delete('k1'));
      store.budget = Number.POSITIVE_INFINITY;
      expect(['done', 'keychain/not-found']).toContain(await codeOf(createKeychainVault(store).get('k1')));
    }
  });

  it('of a first put: what it left is removed by the next put of any key', async () => {
    for (let budget = 0; budget < 30; budget += 1) {
      const { store, vault } = setUp();
      store.budget = budget;
      const outcome = await codeOf(vault.put('k1', first));
      store.budget = Number.POSITIVE_INFINITY;
      const next = createKeychainVault(store);
      await next.put('k2', second);
      const rest = [...store.entries.keys()].filter((name) => name.startsWith('key/k1/'));
      if (outcome === 'done') expect(rest).toHaveLength(3);
      else expect([0, 3]).toContain(rest.length);
      expect(await next.list()).toEqual(rest.length === 0 ? ['k2'] : ['k1', 'k2']);
    }
  });
});

describe('status', () => {
  it.each([
    ['keychain/locked', 'locked'],
    ['keychain/denied', 'denied'],
    ['keychain/timeout', 'timeout'],
    ['keychain/unavailable', 'unavailable'],
  ] as const)('%s is %s', async (code, state) => {
    const { store, vault } = setUp();
    store.budget = 0;
    store.failure = new ProblemError(code);
    expect(await vault.status()).toBe(state);
  });

  it('is ready when an entry can be written, which is removed again', async () => {
    const { store, vault } = setUp();
    expect(await vault.status()).toBe('ready');
    expect(store.entries.size).toBe(0);
  });
});
