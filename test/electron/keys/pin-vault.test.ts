import { describe, expect, it } from 'vitest';
import { createKeychainVault } from '../../../electron/keys/keychain-vault.ts';
import { putParted } from '../../../electron/keys/parted-secret.ts';
import { createPinVault } from '../../../electron/keys/pin-vault.ts';
import { maxPinsSize, type Pin } from '../../../shared/pin.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { createMemorySecretStore } from './memory-secret-store.ts';

const pin = (id: string, text = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxIn0.c2ln'): Pin => ({
  id,
  name: '生产环境 “A”',
  text,
  pinnedAt: 1_750_000_000_000,
});

function setUp() {
  const store = createMemorySecretStore();
  return { store, pins: createPinVault(store) };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error)),
  );

describe('pins in the keychain', () => {
  it('are none at first, come back as they were, in their order, and are gone when none are written', async () => {
    const { store, pins } = setUp();
    expect(await pins.read()).toStrictEqual([]);
    await pins.write([pin('b'), pin('a')]);
    expect(await createPinVault(store).read()).toStrictEqual([pin('b'), pin('a')]);
    await pins.write([pin('a')]);
    expect(await pins.read()).toStrictEqual([pin('a')]);
    await pins.write([]);
    expect(await pins.read()).toStrictEqual([]);
    expect([...store.entries.keys()]).toStrictEqual([]);
  });

  it('stand in parts that every system holds, and leave none behind when fewer are written', async () => {
    const { store, pins } = setUp();
    await pins.write(Array.from({ length: 7 }, (_, index) => pin(`p${index}`, 'x'.repeat(32_768))));
    expect(store.entries.size).toBeGreaterThan(150);
    for (const value of store.entries.values()) expect(Buffer.byteLength(value)).toBeLessThanOrEqual(2000);
    await pins.write([pin('a')]);
    expect([...store.entries.keys()].sort()).toStrictEqual(['pins/b0', 'pins/manifest']);
  });

  it('take 256 KiB of JSON and not a byte more; what was there before stays', async () => {
    const { pins } = setUp();
    const filled = (room: number) => {
      const rest = room - Buffer.byteLength(JSON.stringify([pin('a', ''), pin('b', '')]));
      return [pin('a', 'x'.repeat(Math.floor(rest / 2))), pin('b', 'x'.repeat(Math.ceil(rest / 2)))];
    };
    await pins.write([pin('old')]);
    const refused: unknown = await pins.write(filled(maxPinsSize + 1)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ problem: { code: 'pins/too-large', params: { limit: 262_144 } } });
    expect(await pins.read()).toStrictEqual([pin('old')]);
    expect(await codeOf(pins.write(filled(maxPinsSize)))).toBe('done');
  });

  it('are counted in bytes of UTF-8', async () => {
    const { pins } = setUp();
    const wide = Array.from({ length: 3 }, (_, index) => pin(`p${index}`, '中'.repeat(32_768)));
    expect(await codeOf(pins.write(wide))).toBe('pins/too-large');
  });

  it('are no matter of the keys beside them', async () => {
    const { store, pins } = setUp();
    const keys = createKeychainVault(store);
    await keys.put('k1', Buffer.from('key'));
    await pins.write([pin('a')]);
    expect(await keys.list()).toStrictEqual(['k1']);
    await pins.write([]);
    expect(Buffer.from(await keys.get('k1')).toString()).toBe('key');
  });

  it('written twice at once are those of the later call', async () => {
    const { pins } = setUp();
    await Promise.all([pins.write([pin('a')]), pins.write([pin('b'), pin('c')])]);
    expect(await pins.read()).toStrictEqual([pin('b'), pin('c')]);
  });
});

describe('damaged pins', () => {
  const cases: readonly [string, (entries: Map<string, string>) => void][] = [
    ['a part that is gone', (entries) => entries.delete('pins/a0')],
    ['a part that was changed', (entries) => entries.set('pins/a0', 'AAAA')],
    ['a manifest that is no JSON', (entries) => entries.set('pins/manifest', '{')],
    [
      'a manifest that points at a million parts',
      (entries) => entries.set('pins/manifest', '{"version":1,"slot":"a","parts":1000000,"sha256":"AAAA"}'),
    ],
  ];
  it.each(cases)('(%s) are corrupt, and the next write puts them right', async (_, damage) => {
    const { store, pins } = setUp();
    await pins.write([pin('a')]);
    damage(store.entries);
    expect(await codeOf(pins.read())).toBe('keychain/corrupt');
    await pins.write([pin('b')]);
    expect(await pins.read()).toStrictEqual([pin('b')]);
  });

  it.each(['no JSON', '{}', '[{"id":"a"}]', JSON.stringify(Array.from({ length: 51 }, () => pin('a')))])(
    'that are whole but say something else are corrupt, too (%#)',
    async (text) => {
      const { store, pins } = setUp();
      await putParted(store, 'pins', Buffer.from(text), 175);
      expect(await codeOf(pins.read())).toBe('keychain/corrupt');
      await pins.write([]);
      expect(await pins.read()).toStrictEqual([]);
    },
  );
});

describe('the process ends in the middle', () => {
  const before = [pin('a', 'a'.repeat(9_000))];
  const after = [pin('b', 'b'.repeat(12_000)), pin('c')];

  it('of a write: after any number of changes the old pins or the new ones are there, whole', async () => {
    for (let budget = 0; budget < 40; budget += 1) {
      const { store, pins } = setUp();
      await pins.write(before);
      store.budget = budget;
      await codeOf(pins.write(after));
      store.budget = Number.POSITIVE_INFINITY;
      expect([before, after]).toContainEqual(await createPinVault(store).read());
    }
  });

  it('of a removal: they are there or none are', async () => {
    for (let budget = 0; budget < 20; budget += 1) {
      const { store, pins } = setUp();
      await pins.write(before);
      store.budget = budget;
      await codeOf(pins.write([]));
      store.budget = Number.POSITIVE_INFINITY;
      expect([before, []]).toContainEqual(await createPinVault(store).read());
      await createPinVault(store).write([]);
      expect([...store.entries.keys()]).toStrictEqual([]);
    }
  });

  it('says why the keychain cannot be used', async () => {
    const { store, pins } = setUp();
    store.budget = 0;
    store.failure = new ProblemError('keychain/locked');
    expect(await codeOf(pins.write([pin('a')]))).toBe('keychain/locked');
    expect(await codeOf(pins.write([]))).toBe('keychain/locked');
  });
});
