import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Pin } from '../../../../shared/pin.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import type { Settings } from '../../../../shared/profile.ts';
import { type Answers, fakeBridge } from '../../fake-bridge.ts';

type Store = typeof import('../../../../renderer/jwt/pins/pin-store.ts');
type App = typeof import('../../../../renderer/app/app-store.ts');

let store: Store;
let app: App;
let kept: readonly Pin[];
let trouble: ProblemError | null;

const pin = (text: string): Pin => ({ id: text, name: text, text, pinnedAt: 1 });
const texts = (pins: readonly Pin[]) => pins.map(({ text }) => text);
const isOn = () => app.useAppStore.getState().profile.settings.keepPins;

function setting(change: Partial<Settings>): void {
  const { profile } = app.useAppStore.getState();
  app.useAppStore.setState({ profile: { ...profile, settings: { ...profile.settings, ...change } } });
}

const answers: Answers = {
  'pins.kept': () => {
    if (trouble) throw trouble;
    return kept;
  },
  'pins.keep': async ({ pins }: { pins: readonly Pin[] }) => {
    await Promise.resolve();
    if (trouble) throw trouble;
    kept = pins;
    return null;
  },
  'settings.change': async (change: Partial<Settings>) => {
    await Promise.resolve();
    setting(change);
    return null;
  },
};

function add(text: string): void {
  store.usePinStore.setState(({ pins }) => ({ pins: [pin(text), ...pins] }));
  store.renamePin(text, `${text}!`);
}

/** Waits until nothing is read or written any more. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  await store.loadPins();
}

beforeEach(async () => {
  vi.resetModules();
  fakeBridge(answers);
  store = await import('../../../../renderer/jwt/pins/pin-store.ts');
  app = await import('../../../../renderer/app/app-store.ts');
  kept = [];
  trouble = null;
});

describe('pins', () => {
  test('stay in memory unless it is said that they are kept', async () => {
    add('a');
    await rest();
    expect(kept).toEqual([]);
  });

  test('pinned while keeping begins are kept too', async () => {
    add('a');
    const turned = store.setKeepPins(true);
    add('b');
    await turned;
    await rest();
    expect(texts(kept)).toEqual(['b', 'a']);
    expect(isOn()).toBe(true);
  });

  test('pinned while keeping ends are not written any more', async () => {
    add('a');
    await store.setKeepPins(true);
    const turned = store.setKeepPins(false);
    add('b');
    await turned;
    await rest();
    expect(kept).toEqual([]);
    expect(isOn()).toBe(false);
    expect(texts(store.usePinStore.getState().pins)).toEqual(['b', 'a']);
  });

  test('are not said to be kept when the keychain refuses, and the retry keeps them', async () => {
    add('a');
    trouble = new ProblemError('keychain/locked');
    await store.setKeepPins(true);
    expect(isOn()).toBe(false);
    expect(store.usePinStore.getState().problem?.code).toBe('keychain/locked');
    trouble = null;
    await store.retryPins();
    expect(isOn()).toBe(true);
    expect(texts(kept)).toEqual(['a']);
    expect(store.usePinStore.getState().problem).toBeNull();
  });

  test('are forgotten by the retry of forgetting them', async () => {
    add('a');
    await store.setKeepPins(true);
    trouble = new ProblemError('keychain/locked');
    await store.setKeepPins(false);
    expect(isOn()).toBe(true);
    trouble = null;
    await store.retryPins();
    expect(isOn()).toBe(false);
    expect(kept).toEqual([]);
  });

  test('of an earlier run join those of this one, and nothing is written before they are read', async () => {
    kept = [pin('old'), pin('a')];
    setting({ keepPins: true });
    trouble = new ProblemError('keychain/locked');
    add('a');
    await rest();
    expect(texts(kept)).toEqual(['old', 'a']);
    trouble = null;
    await store.retryPins();
    expect(texts(kept)).toEqual(['a', 'old']);
  });

  test('that cannot be read any more give way when it is tried again', async () => {
    setting({ keepPins: true });
    kept = [pin('damaged')];
    trouble = new ProblemError('keychain/corrupt');
    await store.loadPins();
    add('a');
    await rest();
    trouble = null;
    await store.retryPins();
    expect(texts(kept)).toEqual(['a']);
  });

  test('taken away come back in their place', () => {
    for (const text of ['c', 'b', 'a']) add(text);
    const undo = store.unpin('b');
    expect(texts(store.usePinStore.getState().pins)).toEqual(['a', 'c']);
    undo();
    expect(texts(store.usePinStore.getState().pins)).toEqual(['a', 'b', 'c']);
  });
});
