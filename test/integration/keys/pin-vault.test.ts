import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BuiltEntry, buildEntry, runEntry } from '../run-entry.ts';
import { type SecretServiceSession, startSecretService } from '../secret-service.ts';

const service = 'Coze Mint integration test';

let program: BuiltEntry;
let session: SecretServiceSession;

beforeAll(async () => {
  program = await buildEntry('test/integration/keys/pin-program.ts');
});

afterAll(() => program.remove());

/** Runs one call for pins in a new process. */
async function pins(...args: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await runEntry(program, [service, '10000', ...args], session.env);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe('pins in an unlocked GNOME Keyring', () => {
  beforeEach(async () => {
    session = await startSecretService('unlocked');
  });
  afterEach(() => session.close());

  it('are written by one process, read by the next, and removed by a third', async () => {
    expect(await pins('read')).toEqual({ value: [] });
    expect(await pins('write', 'b', '700', 'a', '32768')).toEqual({ value: null });
    expect(await pins('read')).toEqual({
      value: [
        ['b', 700],
        ['a', 32_768],
      ],
    });
    expect(await pins('write', 'a', '700')).toEqual({ value: null });
    expect(await pins('read')).toEqual({ value: [['a', 700]] });
    expect(await pins('write')).toEqual({ value: null });
    expect(await pins('read')).toEqual({ value: [] });
  });

  it('may be as large as is allowed', async () => {
    const sizes = Array.from({ length: 7 }, (_, index) => [`p${index}`, '32768']).flat();
    expect(await pins('write', ...sizes)).toEqual({ value: null });
    expect(await pins('read')).toEqual({ value: Array.from({ length: 7 }, (_, n) => [`p${n}`, 32_768]) });
  });

  it('that were changed behind our back are corrupt, and replaced by the next', async () => {
    await pins('write', 'a', '700');
    await pins('tamper', 'pins/a0', 'AAAA');
    expect(await pins('read')).toEqual({ code: 'keychain/corrupt', params: {} });
    expect(await pins('write', 'b', '5')).toEqual({ value: null });
    expect(await pins('read')).toEqual({ value: [['b', 5]] });
  });

  it('are neither read nor written nor removed while it is locked', async () => {
    await pins('write', 'a', '700');
    await session.lock();
    const locked = { code: 'keychain/locked', params: {} };
    expect(await pins('read')).toEqual(locked);
    expect(await pins('write', 'b', '5')).toEqual(locked);
    expect(await pins('write')).toEqual(locked);
  });
});

describe('pins with no provider of secrets', () => {
  it.each(['no-provider', 'no-bus', 'no-collection'] as const)('(%s) say why', async (kind) => {
    session = await startSecretService(kind);
    try {
      const unavailable = { code: 'keychain/unavailable', params: { reason: kind } };
      expect(await pins('read')).toEqual(unavailable);
      expect(await pins('write', 'a', '5')).toEqual(unavailable);
    } finally {
      await session.close();
    }
  });
});
