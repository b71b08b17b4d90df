import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { type SecretServiceSession, type SessionKind, startSecretService } from '../secret-service.ts';
import { runCli } from './run-cli.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });

const cli = inject('cli');
let session: SecretServiceSession;
let folder: string;

afterEach(() => session.close());

async function start(kind: SessionKind): Promise<void> {
  session = await startSecretService(kind);
  folder = path.join(session.env['XDG_CONFIG_HOME'] ?? '', 'Coze Mint');
  await mkdir(folder, { recursive: true });
}

const run = (args: readonly string[], stdin = '', env: Readonly<Record<string, string>> = {}) =>
  runCli(cli, args, stdin, { ...session.env, ...env });
const profile = async () => JSON.parse(await readFile(path.join(folder, 'profile.json'), 'utf8'));
const cn = ['--client-id', '310000000002', '--region', 'cn'];

describe('with a keychain', () => {
  beforeEach(() => start('unlocked'));

  test('a key is imported, listed, signs for an app, and is removed with its private half', async () => {
    const imported = await run(['keys', 'import', '-', '--kid', 'kid-1', '--label', '密钥'], String(pem));
    expect([imported.code, imported.err]).toEqual([0, '']);
    const id = imported.out.trimEnd();
    const added = await run(['apps', 'add', '--name', '我的应用', ...cn, '--key', 'kid-1', '--json']);
    expect(JSON.parse(added.out)).toMatchObject({ name: '我的应用', type: 'channel', key_in_use: id });

    const { keys } = JSON.parse((await run(['keys', 'list', '--json'])).out);
    expect(keys).toMatchObject([
      { id, label: '密钥', kid: 'kid-1', bits: 2048, held: 'keychain', app_ids: [JSON.parse(added.out).id] },
    ]);
    expect((await run(['keys', 'list'])).out).toContain('我的应用');
    const signed = await run(['sign', '--app', '我的应用', '--no-clock-correction', '--json']);
    expect(JSON.parse(signed.out).claims.iss).toBe('310000000002');

    expect(await run(['keys', 'remove', id])).toMatchObject({ code: 2, out: '' });
    expect((await run(['keys', 'remove', '密钥', '--yes'])).code).toBe(0);
    expect(JSON.parse((await run(['keys', 'list', '--json'])).out)).toEqual({ keys: [] });
    expect((await profile()).apps).toMatchObject([{ keyIds: [], keyInUse: null }]);
    expect(JSON.stringify(await profile())).not.toContain('PRIVATE');
  });

  test.runIf(process.platform === 'linux')('a folder that can never be made is told of', async () => {
    const { code, out, err } = await run(['apps', 'add', ...cn, '--json'], '', { XDG_CONFIG_HOME: '/proc' });
    expect([code, out]).toEqual([2, '']);
    const lastLine = err.trimEnd().split('\n').at(-1) ?? '';
    expect(JSON.parse(lastLine)).toMatchObject({
      problem: { code: 'storage/unwritable', params: { reason: 'ENOENT' } },
    });
  });

  test('an encrypted key takes its passphrase, and the same key is not stored twice', async () => {
    const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: '口令' } as const;
    const file = path.join(folder, 'locked.pem');
    await writeFile(file, privateKey.export(options));
    expect((await run(['keys', 'import', file])).code).toBe(2);
    expect((await run(['keys', 'import', file], '', { COZE_MINT_PASSPHRASE: 'x' })).code).toBe(2);
    const imported = await run(['keys', 'import', file], '', { COZE_MINT_PASSPHRASE: '口令' });
    expect(imported).toMatchObject({ code: 0, err: expect.stringContaining('no kid yet') });
    expect((await profile()).keys).toMatchObject([{ label: 'locked', kid: null }]);
    const again = await run(['keys', 'import', '-'], String(pem));
    expect([again.code, again.out]).toEqual([2, '']);
    expect((await profile()).keys).toHaveLength(1);
  });

  test('coze_oauth_config.json becomes an app with its key, and a key that is stored is taken as it is', async () => {
    const config = {
      client_type: 'jwt',
      client_id: '310000000007',
      private_key: pem,
      public_key_id: 'kid-7',
      coze_www_base: 'https://www.coze.com',
      coze_api_base: 'https://api.coze.com',
    };
    const file = path.join(folder, 'coze_oauth_config.json');
    await writeFile(file, JSON.stringify(config));
    const { code, out } = await run(['apps', 'import', file, '--name', 'one', '--json']);
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { name: 'one', region: 'com', client_id: '310000000007', kid: 'kid-7', is_current: true },
    ]);
    expect((await run(['apps', 'import', file, '--name', 'one'])).code).toBe(2);
    expect((await run(['apps', 'import', file, '--name', 'two', '--type', 'developer'])).code).toBe(0);
    const { keys, apps } = await profile();
    expect([keys.length, apps.length, apps[1].keyInUse]).toEqual([1, 2, apps[0].keyInUse]);
    expect((await run(['apps', 'import', '-'], String(pem))).code).toBe(2);
    expect((await run(['apps', 'remove', 'one', '--yes'])).code).toBe(0);
    expect((await run(['apps', 'list'])).out).not.toContain('one');
    expect((await profile()).keys).toHaveLength(1);
  });
});

describe('without a keychain', () => {
  beforeEach(() => start('no-bus'));

  test('a key is not imported: exit code 4, and the profile does not speak of it', async () => {
    const { code, out } = await run(['keys', 'import', '-'], String(pem));
    expect([code, out]).toEqual([4, '']);
    expect((await profile()).keys).toEqual([]);
  });

  test('nothing stored is no failure, and nothing is made', async () => {
    expect(await run(['keys', 'list', '--json'])).toEqual({ code: 0, out: '{"keys":[]}\n', err: '' });
    expect(await run(['apps', 'list'])).toMatchObject({ code: 0, out: '' });
    await expect(profile()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test.each([
    [['apps']],
    [['apps', 'rename', 'x']],
    [['apps', 'remove']],
    [['apps', 'remove', 'x', '--yes']],
    [['apps', 'add', '--region', 'cn']],
    [['apps', 'add', ...cn, '--type', 'x']],
    [['apps', 'add', ...cn, '--type', 'channel', '--account-id', '1']],
    [['apps', 'add', ...cn, '--key', 'none']],
    [['keys', 'remove', 'x', '--yes']],
    [['keys', 'import', '/does/not/exist']],
  ])('%j is wrong usage', async (args) => {
    expect(await run(args)).toMatchObject({ code: 2, out: '' });
    await expect(profile()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('of commands that change the profile at the same time, none undoes the other', async () => {
    await run(['apps', 'add', '--name', 'first', ...cn]);
    const names = Array.from({ length: 6 }, (_, index) => `app ${index}`);
    const ended = await Promise.all(names.map((name) => run(['apps', 'add', '--name', name, ...cn])));
    expect(ended.map(({ code }) => code)).toEqual(names.map(() => 0));
    const { apps } = await profile();
    expect(apps.map(({ name }: { name: string }) => name).sort()).toEqual([...names, 'first']);
  });

  test('while the app runs nothing is changed, and who holds the profile is said', async () => {
    await run(['apps', 'add', '--name', 'first', ...cn]);
    const before = await profile();
    const listen =
      'require("node:net").createServer((s) => s.end(process.pid + "\\n")).listen(process.argv[1], () => console.log(1))';
    const holder = spawn(process.execPath, ['-e', listen, path.join(folder, 'in-use.sock')]);
    await once(holder.stdout, 'data');
    const { code, err } = await run(['apps', 'remove', 'first', '--yes']);
    expect([code, err]).toEqual([2, expect.stringContaining(String(holder.pid))]);
    expect((await run(['apps', 'list'])).out).toContain('first');
    const gone = once(holder, 'exit');
    holder.kill('SIGKILL');
    await gone;
    expect(await profile()).toEqual(before);
    expect((await run(['apps', 'remove', 'first', '--yes'])).code).toBe(0);
  });

  test('a profile that cannot be read is left as it is', async () => {
    await writeFile(path.join(folder, 'profile.json'), '{"version":1,');
    expect((await run(['apps', 'add', ...cn])).code).toBe(2);
    expect((await run(['keys', 'list'])).code).toBe(2);
    expect(await readFile(path.join(folder, 'profile.json'), 'utf8')).toBe('{"version":1,');
    await rm(path.join(folder, 'profile.json'));
  });
});
