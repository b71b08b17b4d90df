import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeytarStore } from '../../../electron/keys/keytar-backend.ts';

const never = () => new Promise<never>(() => {});

function fakeKeytar() {
  return {
    getPassword: vi.fn<(service: string, account: string) => Promise<string | null>>(async () => null),
    setPassword: vi.fn<(service: string, account: string, password: string) => Promise<void>>(async () => {}),
    deletePassword: vi.fn<(service: string, account: string) => Promise<boolean>>(async () => true),
    findPassword: vi.fn<(service: string) => Promise<string | null>>(),
    findCredentials: vi.fn<(service: string) => Promise<{ account: string; password: string }[]>>(),
  };
}

function setUp(platform: NodeJS.Platform = 'linux') {
  const keytar = fakeKeytar();
  const store = createKeytarStore({ service: 'Test', platform, load: async () => keytar });
  return { keytar, store };
}

describe('the keychain by way of keytar', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('on Linux "no entry" is believed only if the keychain can be written', async () => {
    const { keytar, store } = setUp();
    expect(await store.get('a')).toBeNull();
    keytar.setPassword.mockRejectedValue(new Error('Cannot create an item in a locked collection'));
    await expect(store.get('a')).rejects.toMatchObject({ problem: { code: 'keychain/locked' } });
  });

  it.each(['darwin', 'win32'] as const)('on %s "no entry" is believed', async (platform) => {
    const { keytar, store } = setUp(platform);
    expect(await store.get('a')).toBeNull();
    expect(keytar.setPassword).not.toHaveBeenCalled();
  });

  it('a call that hangs is given up after its time limit, and no second thread is spent on the next', async () => {
    const { keytar, store } = setUp();
    keytar.setPassword.mockImplementation(never);
    const hanging = expect(store.set('a', '1')).rejects.toMatchObject({
      problem: { code: 'keychain/timeout' },
    });
    const waiting = expect(store.get('a', { timeoutMs: 3000 })).rejects.toMatchObject({
      problem: { code: 'keychain/timeout' },
    });
    await vi.advanceTimersByTimeAsync(3000);
    await waiting;
    await vi.advanceTimersByTimeAsync(7000);
    await hanging;
    expect(keytar.getPassword).not.toHaveBeenCalled();
    expect(store.isHanging()).toBe(true);
  });

  it('a call whose time ran out while it waited is never begun', async () => {
    const { keytar, store } = setUp();
    let answer = () => {};
    keytar.setPassword.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const first = expect(store.set('a', '1')).rejects.toMatchObject({
      problem: { code: 'keychain/timeout' },
    });
    const second = expect(store.set('b', '2')).rejects.toMatchObject({
      problem: { code: 'keychain/timeout' },
    });
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all([first, second]);
    answer();
    await store.set('c', '3');
    expect(keytar.setPassword.mock.calls.map(([, account]) => account)).toEqual(['a', 'c']);
    expect(store.isHanging()).toBe(false);
  });

  it('a keytar that was not built is unavailable', async () => {
    const store = createKeytarStore({
      service: 'Test',
      load: async () => {
        throw new Error("Cannot find module '../build/Release/keytar.node'");
      },
    });
    await expect(store.get('a')).rejects.toMatchObject({ problem: { code: 'keychain/unavailable' } });
  });
});
