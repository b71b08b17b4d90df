import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BuiltEntry, buildEntry, runEntry, startEntry } from '../run-entry.ts';
import { type SecretServiceSession, startSecretService } from '../secret-service.ts';

const service = 'Coze Mint integration test';
const unavailable = (reason: string) => ({ code: 'keychain/unavailable', params: { reason } });

let program: BuiltEntry;
let folder: string;
const keyFiles = new Map<number, { readonly file: string; readonly base64: string }>();

beforeAll(async () => {
  program = await buildEntry('test/integration/keys/vault-program.ts');
  folder = mkdtempSync(join(tmpdir(), 'coze-mint-keys-'));
  for (const bits of [2048, 4096]) {
    const pem = readFileSync(`test/fixtures/keys/throwaway-rsa-${bits}-pkcs8.pem`);
    const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
    const file = join(folder, `${bits}.der`);
    writeFileSync(file, der);
    keyFiles.set(bits, { file, base64: der.toString('base64') });
  }
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await program.remove();
});

let session: SecretServiceSession;

/** Runs one vault call in a new process. */
async function vault(...args: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await runEntry(program, [service, '10000', ...args], session.env);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

const keyFile = (bits: number) => {
  const entry = keyFiles.get(bits);
  if (entry === undefined) throw new RangeError(`no key of ${bits} bits`);
  return entry;
};

describe('on an unlocked GNOME Keyring', () => {
  beforeEach(async () => {
    session = await startSecretService('unlocked');
  });
  afterEach(() => session.close());

  it.each([2048, 4096])(
    'an RSA-%i key put by one process is read by the next, and deleted by a third',
    async (bits) => {
      const { file, base64 } = keyFile(bits);
      expect(await vault('status')).toEqual({ value: 'ready' });
      expect(await vault('put', 'k1', file)).toEqual({ value: null });
      expect(await vault('get', 'k1')).toEqual({ value: base64 });
      expect(await vault('list')).toEqual({ value: ['k1'] });
      expect(await vault('delete', 'k1')).toEqual({ value: null });
      expect(await vault('get', 'k1')).toEqual({ code: 'keychain/not-found', params: {} });
      expect(await vault('list')).toEqual({ value: [] });
    },
  );

  it('a key is overwritten by a shorter one and by a longer one', async () => {
    for (const bits of [4096, 2048, 4096]) {
      await vault('put', 'k1', keyFile(bits).file);
      expect(await vault('get', 'k1')).toEqual({ value: keyFile(bits).base64 });
    }
    expect(await vault('list')).toEqual({ value: ['k1'] });
  });

  it('a part that was changed or removed behind our back is corrupt, and the other key is not affected', async () => {
    await vault('put', 'k1', keyFile(4096).file);
    await vault('put', 'k2', keyFile(2048).file);
    await vault('tamper', 'key/k1/a1', 'AAAA');
    expect(await vault('get', 'k1')).toEqual({ code: 'keychain/corrupt', params: {} });
    await vault('tamper', 'key/k1/a1', '');
    expect(await vault('get', 'k1')).toEqual({ code: 'keychain/corrupt', params: {} });
    expect(await vault('get', 'k2')).toEqual({ value: keyFile(2048).base64 });
  });

  it.each(['lock', 'restartLocked'] as const)(
    'every call says locked after %s, and none crashes',
    async (how) => {
      await vault('put', 'k1', keyFile(2048).file);
      await session[how]();
      const locked = { code: 'keychain/locked', params: {} };
      expect(await vault('status')).toEqual({ value: 'locked' });
      expect(await vault('get', 'k1')).toEqual(locked);
      expect(await vault('list')).toEqual(locked);
      expect(await vault('put', 'k2', keyFile(2048).file)).toEqual(locked);
      expect(await vault('delete', 'k1')).toEqual(locked);
    },
  );

  it('a provider that hangs is a timeout, and the process goes on', async () => {
    await vault('put', 'k1', keyFile(2048).file);
    session.pause();
    const running = startEntry(program, [service, '500', 'get', 'k1'], session.env);
    await running.said('"keychain/timeout"');
    session.resume();
    expect((await running.finished).code).toBe(0);
    expect(await vault('get', 'k1')).toEqual({ value: keyFile(2048).base64 });
  });
});

describe('with no provider of secrets', () => {
  it.each(['no-provider', 'no-bus', 'no-collection'] as const)(
    '(%s) every call says unavailable and why',
    async (kind) => {
      session = await startSecretService(kind);
      try {
        expect(await vault('status')).toEqual({ value: 'unavailable' });
        expect(await vault('put', 'k1', keyFile(2048).file)).toEqual(unavailable(kind));
        expect(await vault('get', 'k1')).toEqual(unavailable(kind));
        expect(await vault('delete', 'k1')).toEqual(unavailable(kind));
        expect(await vault('list')).toEqual(unavailable(kind));
      } finally {
        await session.close();
      }
    },
  );
});

describe('the session itself', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('names the packages when a program is missing, instead of passing', async () => {
    vi.stubEnv('PATH', folder);
    await expect(startSecretService('unlocked')).rejects.toThrow(
      /dbus-daemon, dbus-send, gnome-keyring-daemon cannot be found.*gnome-keyring dbus-x11/,
    );
  });
});
