import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pin } from '../../../shared/pin.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { createMemorySecretStore, type MemorySecretStore } from '../../electron/keys/memory-secret-store.ts';
import { createMachine, type RunningApp, type TestMachine } from './run-engine.ts';

const text = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxIn0.c2lnbmF0dXJl';
const pin = (id: string, changes: Partial<Pin> = {}): Pin => ({
  id,
  name: '生产环境',
  text,
  pinnedAt: 1_750_000_000_000,
  ...changes,
});

let secrets: MemorySecretStore;
let machine: TestMachine;
let app: RunningApp;

beforeEach(async () => {
  secrets = createMemorySecretStore();
  machine = await createMachine({ secrets });
  app = await machine.start();
});

afterEach(async () => {
  await app.quit();
  await machine.remove();
});

describe('pins', () => {
  it('survive a restart in the keychain, and in no file', async () => {
    expect(await app.call('pins.kept', null)).toStrictEqual([]);
    await app.call('settings.change', { keepPins: true });
    await app.call('pins.keep', { pins: [pin('b'), pin('a')] });
    await app.quit();
    app = await machine.start();
    expect(await app.call('pins.kept', null)).toStrictEqual([pin('b'), pin('a')]);
    expect(JSON.stringify(await machine.files())).not.toContain('eyJpc3MiOiIxIn0');
    await app.call('pins.keep', { pins: [] });
    expect(await app.call('pins.kept', null)).toStrictEqual([]);
    expect(secrets.entries.size).toBe(0);
  });

  it('that are damaged are said to be, and replaced by the next', async () => {
    await app.call('pins.keep', { pins: [pin('a')] });
    secrets.entries.set('pins/a0', 'AAAA');
    expect(await app.problem('pins.kept', null)).toMatchObject({ code: 'keychain/corrupt', remedies: [] });
    await app.call('pins.keep', { pins: [pin('b')] });
    expect(await app.call('pins.kept', null)).toStrictEqual([pin('b')]);
  });

  it('are refused when they are too many or too large', async () => {
    const refused = async (pins: Pin[]) => (await app.problem('pins.keep', { pins })).code;
    expect(await refused(Array.from({ length: 51 }, (_, n) => pin(`p${n}`)))).toBe('input/invalid');
    expect(await refused([pin('a', { text: 'x'.repeat(32_769) })])).toBe('input/invalid');
    expect(await refused([pin('a', { name: 'x'.repeat(121) })])).toBe('input/invalid');
    expect(
      await refused(Array.from({ length: 9 }, (_, n) => pin(`p${n}`, { text: 'x'.repeat(32_768) }))),
    ).toBe('pins/too-large');
    expect(secrets.entries.size).toBe(0);
  });

  it.each([
    ['keychain/unavailable', ['retry'], 'unavailable'],
    ['keychain/locked', ['unlock-keychain', 'retry'], 'locked'],
    ['keychain/denied', ['retry'], 'denied'],
    ['keychain/timeout', ['retry'], 'timeout'],
  ] as const)(
    'that the keychain does not take (%s) are told, and so is its state',
    async (code, remedies, state) => {
      secrets.failure = new ProblemError(code);
      secrets.budget = 0;
      expect(await app.problem('pins.keep', { pins: [pin('a')] })).toMatchObject({ code, remedies });
      expect((await app.call('app.snapshot', null)).keychain).toBe(state);
      secrets.budget = Number.POSITIVE_INFINITY;
      await app.call('pins.keep', { pins: [pin('a')] });
      expect((await app.call('app.snapshot', null)).keychain).toBe('ready');
    },
  );
});

describe('the setting that keeps them', () => {
  it('is off, stays as it was left, and is not touched by other changes', async () => {
    expect((await app.call('app.snapshot', null)).profile.settings.keepPins).toBe(false);
    expect((await app.call('settings.change', { keepPins: true })).keepPins).toBe(true);
    expect(await app.call('settings.change', { language: 'en' })).toMatchObject({
      language: 'en',
      keepPins: true,
    });
    await app.quit();
    app = await machine.start();
    expect((await app.call('app.snapshot', null)).profile.settings.keepPins).toBe(true);
    expect((await app.call('settings.change', { theme: 'dark' })).keepPins).toBe(true);
    expect((await app.call('settings.change', { keepPins: false })).keepPins).toBe(false);
  });
});
