import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { publicHalfOf } from '../../../electron/keys/public-half.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import { emptyProfile, type Profile } from '../../../shared/profile.ts';
import { type BuiltEntry, buildEntry, runEntry } from '../run-entry.ts';
import { type SecretServiceSession, type SessionKind, startSecretService } from '../secret-service.ts';
import { runCli } from './run-cli.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const profile: Profile = {
  ...emptyProfile,
  apps: [
    {
      id: 'a1',
      name: '我的应用',
      region: { kind: 'cn' },
      clientId: '310000000002',
      variant: { kind: 'channel' },
      keyIds: ['k1'],
      keyInUse: 'k1',
      defaults: { ...defaultMintOptions, sessionName: 'default-session' },
      autoRenew: false,
      scopes: [],
    },
  ],
  keys: [
    {
      ...publicHalfOf(privateKey),
      id: 'k1',
      label: 'key',
      kid: 'registered-kid',
      origin: 'imported',
      createdAt: 1_735_689_600,
      held: 'keychain',
    },
  ],
  currentAppId: 'a1',
};

const cli = inject('cli');
let vault: BuiltEntry;
let session: SecretServiceSession;

beforeAll(async () => {
  vault = await buildEntry('test/integration/keys/vault-program.ts');
});
afterAll(() => vault.remove());
afterEach(() => session.close());

async function startWithProfile(kind: SessionKind): Promise<void> {
  session = await startSecretService(kind);
  const folder = path.join(session.env['XDG_CONFIG_HOME'] ?? '', 'Coze Mint');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'profile.json'), JSON.stringify(profile));
  await writeFile(path.join(folder, 'key.der'), privateKey.export({ type: 'pkcs8', format: 'der' }));
  if (kind !== 'unlocked') return;
  const args = ['Coze Mint', '10000', 'put', 'k1', path.join(folder, 'key.der')];
  expect((await runEntry(vault, args, session.env)).code).toBe(0);
}

/** The region is not asked for the time: nothing here leaves the machine. */
const sign = (...more: string[]) =>
  runCli(cli, ['sign', '--json', '--no-clock-correction', ...more], '', session.env);

function problemIn(err: string): unknown {
  return JSON.parse(err.trimEnd().split('\n').at(-1) ?? '').problem;
}

describe('sign --app', () => {
  test('signs with the key in the keychain and the defaults of the app', async () => {
    await startWithProfile('unlocked');
    const { code, out, err } = await sign('--app', '我的应用');
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({
      region: 'cn',
      claims: { iss: '310000000002', aud: 'api.coze.cn', session_name: 'default-session' },
    });
    const [header = '', claims = '', signature = ''] = answer.assertion.split('.');
    const bytes = Buffer.from(`${header}.${claims}`);
    expect(verify('sha256', bytes, createPublicKey(privateKey), Buffer.from(signature, 'base64url'))).toBe(
      true,
    );
    expect(JSON.parse(Buffer.from(header, 'base64url').toString()).kid).toBe('registered-kid');
  });

  test('options go over the defaults of the app', async () => {
    await startWithProfile('unlocked');
    const { out } = await sign('--app', 'a1', '--session-name', 'mine', '--region', 'com');
    expect(JSON.parse(out)).toMatchObject({
      region: 'com',
      claims: { aud: 'api.coze.com', session_name: 'mine' },
    });
  });

  test('names the apps there are when it does not find one', async () => {
    await startWithProfile('no-bus');
    const { code, out, err } = await sign('--app', 'other');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('"我的应用"');
  });

  test('a locked keychain is exit code 4', async () => {
    await startWithProfile('unlocked');
    await session.restartLocked();
    const { code, out, err } = await sign('--app', 'a1');
    expect([code, out]).toEqual([4, '']);
    expect(problemIn(err)).toMatchObject({ code: expect.stringMatching(/^keychain\/(?:locked|timeout)$/) });
  });

  test('no keychain at all is exit code 4', async () => {
    await startWithProfile('no-bus');
    const { code, out, err } = await sign('--app', 'a1');
    expect([code, out]).toEqual([4, '']);
    expect(problemIn(err)).toMatchObject({ code: 'keychain/unavailable' });
  });

  test('a profile that cannot be read is left as it is', async () => {
    await startWithProfile('no-bus');
    const file = path.join(session.env['XDG_CONFIG_HOME'] ?? '', 'Coze Mint', 'profile.json');
    await writeFile(file, '{"version":1,');
    const { code, err } = await sign('--app', 'a1');
    expect(code).toBe(2);
    expect(err).toContain('cannot be read');
  });
});
