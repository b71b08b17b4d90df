import { generateKeyPairSync } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeyVault } from '../../../electron/keys/key-vault.ts';
import { createMemoryVault } from '../../../electron/keys/memory-vault.ts';
import type { AppFields } from '../../../shared/coze/app.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';
import { createMachine, type RunningApp, type TestMachine } from './run-engine.ts';

const makePem = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
const pems = [makePem(), makePem(), makePem(), makePem()] as const;

let keychain: KeyVault;
let trouble: ProblemError | null = null;
let ahead = 0;
let machine: TestMachine;
let app: RunningApp;

/** A keychain that fails as `trouble` says. */
function troubled(vault: KeyVault): KeyVault {
  const unlessTrouble = <Value>(work: () => Promise<Value>) =>
    trouble === null ? work() : Promise.reject(trouble);
  return {
    put: (...args) => unlessTrouble(() => vault.put(...args)),
    get: (...args) => unlessTrouble(() => vault.get(...args)),
    delete: (...args) => unlessTrouble(() => vault.delete(...args)),
    list: () => unlessTrouble(() => vault.list()),
    status: async () => (trouble === null ? 'ready' : 'locked'),
  };
}

beforeEach(async () => {
  trouble = null;
  ahead = 0;
  keychain = createMemoryVault();
  const clock = { now: () => epochMilliseconds(Date.now() + ahead) };
  machine = await createMachine({ vault: troubled(keychain), clock });
  app = await machine.start();
});

afterEach(async () => {
  await app.quit();
  await machine.remove();
});

async function restart(): Promise<void> {
  await app.quit();
  app = await machine.start();
}

async function draftOf(text: string) {
  const result = await app.call('import.read', { kind: 'text', text });
  if (result.kind !== 'key') throw new Error('expected a key');
  return result.draft;
}

async function saveKey(text: string, label = 'key', hold: 'keychain' | 'this-run' = 'keychain') {
  const { draftId } = await draftOf(text);
  return app.call('keys.save', { draftId, label, kid: 'kid-1', hold });
}

const fields = (changes: Partial<AppFields> = {}): AppFields => ({
  name: '店铺',
  region: { kind: 'cn' },
  clientId: '1123456789012',
  variant: { kind: 'channel' },
  keyIds: [],
  keyInUse: null,
  ...changes,
});

const saveApp = (changes: Partial<AppFields> = {}, id: string | null = null) =>
  app.call('apps.save', { id, fields: fields(changes) });

const profile = async () => (await app.call('app.snapshot', null)).profile;

describe('importing', () => {
  it('keeps an encrypted key locked until the passphrase comes', async () => {
    const text = generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'right' })
      .toString();
    const { draftId, state } = await draftOf(text);
    expect(state).toBe('locked');
    expect((await app.problem('keys.unlock', { draftId, passphrase: 'wrong' })).code).toBe(
      'key/passphrase-wrong',
    );
    expect(await app.call('keys.unlock', { draftId, passphrase: 'right' })).toMatchObject({
      state: 'ready',
      bits: 2048,
      normalised: ['decrypted'],
    });
  });

  it('reads a configuration file with its key', async () => {
    const config = JSON.stringify({
      client_type: 'jwt',
      client_id: '1123456789012',
      coze_api_base: 'https://api.coze.com',
      private_key: pems[0],
      public_key_id: 'kid-7',
    });
    machine.picked.file = { name: 'coze_oauth_config.json', bytes: Buffer.from(config) };
    expect(await app.call('import.pick', null)).toMatchObject({
      kind: 'config',
      fields: { clientId: '1123456789012', region: { kind: 'com' } },
      kid: 'kid-7',
      draft: { state: 'ready', fileName: 'coze_oauth_config.json' },
      keyProblem: null,
    });
    expect(machine.picked.file.bytes.every((byte) => byte === 0)).toBe(true);
  });

  it('reads a configuration file whose key cannot be read', async () => {
    const text =
      '{"client_type":"jwt","client_id":"11","private_key":"-----BEGIN PUBLIC KEY-----","public_key_id":"k"}';
    expect(await app.call('import.read', { kind: 'text', text })).toMatchObject({
      kind: 'config',
      draft: null,
      keyProblem: { code: expect.stringMatching(/^key\//) },
    });
  });

  it('says nothing was picked when the dialog was closed', async () => {
    expect(await app.call('import.pick', null)).toBeNull();
  });

  it('refuses more than 64 KB', async () => {
    machine.picked.file = { name: 'big', bytes: new Uint8Array(65_537) };
    expect(await app.problem('import.pick', null)).toMatchObject({
      code: 'key/too-large',
      params: { limit: 65_536 },
    });
  });

  it('generates a key and stores it', async () => {
    const draft = await app.call('keys.generate', { bits: 2048 });
    expect(draft).toMatchObject({ state: 'ready', bits: 2048, origin: 'generated' });
    const { draftId } = draft;
    const key = await app.call('keys.save', { draftId, label: 'new', kid: '', hold: 'keychain' });
    expect(key).toMatchObject({ origin: 'generated', kid: null, held: 'keychain' });
    expect(await keychain.list()).toStrictEqual([key.id]);
    expect((await app.problem('keys.save', { draftId, label: 'x', kid: null, hold: 'keychain' })).code).toBe(
      'key/draft-gone',
    );
  });
});

describe('keys', () => {
  it('refuses the same key twice and names the first', async () => {
    const first = await saveKey(pems[0], '第一个');
    const draft = await draftOf(pems[0]);
    expect(draft).toMatchObject({ duplicateOf: first.id });
    const again = { draftId: draft.draftId, label: 'x', kid: null, hold: 'keychain' } as const;
    expect(await app.problem('keys.save', again)).toMatchObject({
      code: 'key/duplicate',
      params: { label: '第一个' },
    });
  });

  it('held for this run are gone after a restart, and revived by importing them again', async () => {
    const key = await saveKey(pems[0], 'for now', 'this-run');
    const mine = await saveApp({ keyIds: [key.id], keyInUse: key.id });
    expect(await keychain.list()).toStrictEqual([]);
    await restart();
    expect((await profile()).keys).toMatchObject([{ id: key.id, held: 'gone' }]);
    expect((await profile()).apps).toMatchObject([{ id: mine.id, keyIds: [key.id], keyInUse: key.id }]);
    const draft = await draftOf(pems[0]);
    expect(draft).toMatchObject({ duplicateOf: null });
    const { draftId } = draft;
    const revived = await app.call('keys.save', { draftId, label: 'back', kid: null, hold: 'keychain' });
    expect(revived).toMatchObject({ id: key.id, kid: 'kid-1', held: 'keychain', label: 'back' });
    expect((await profile()).keys).toHaveLength(1);
  });

  it('that the keychain lost can be imported again', async () => {
    const key = await saveKey(pems[0]);
    await keychain.delete(key.id);
    expect(await saveKey(pems[0])).toMatchObject({ id: key.id, held: 'keychain' });
    expect(await keychain.list()).toStrictEqual([key.id]);
  });

  it('wait in the draft when the keychain is locked, and can be held for this run', async () => {
    const { draftId } = await draftOf(pems[0]);
    trouble = new ProblemError('keychain/locked');
    const save = { draftId, label: 'key', kid: null } as const;
    expect(await app.problem('keys.save', { ...save, hold: 'keychain' })).toMatchObject({
      code: 'keychain/locked',
      remedies: ['unlock-keychain', 'retry', 'hold-for-this-run'],
    });
    expect(app.events).toContainEqual({ name: 'keychain', payload: 'locked' });
    expect(await app.call('keys.save', { ...save, hold: 'this-run' })).toMatchObject({ held: 'this-run' });
    trouble = null;
    expect(await app.call('keychain.check', null)).toBe('ready');
    expect(app.events.at(-1)).toStrictEqual({ name: 'keychain', payload: 'ready' });
  });

  it('are renamed and get their kid', async () => {
    const key = await saveKey(pems[0]);
    expect(await app.call('keys.change', { keyId: key.id, label: '新名字' })).toMatchObject({
      label: '新名字',
      kid: 'kid-1',
    });
    expect(await app.call('keys.change', { keyId: key.id, kid: '' })).toMatchObject({
      label: '新名字',
      kid: null,
    });
  });

  it('are deleted from the keychain, and undo brings key and links back where they stood', async () => {
    const first = await saveKey(pems[0], 'one');
    const second = await saveKey(pems[1], 'two');
    const third = await saveKey(pems[2], 'three');
    await saveApp({ keyIds: [first.id, second.id, third.id], keyInUse: second.id });
    const before = await profile();
    const bytes = await keychain.get(second.id);

    const { undoId, expiresAt } = await app.call('keys.delete', { keyId: second.id });
    expect(expiresAt - Date.now()).toBeGreaterThan(9000);
    expect(await keychain.list()).toStrictEqual([first.id, third.id]);
    expect((await profile()).apps).toMatchObject([{ keyIds: [first.id, third.id], keyInUse: null }]);

    await app.call('undo.run', { undoId });
    expect(await profile()).toStrictEqual(before);
    expect(await keychain.get(second.id)).toStrictEqual(bytes);
    await restart();
    expect(await profile()).toStrictEqual(before);
  });

  it('cannot be brought back after ten seconds', async () => {
    const key = await saveKey(pems[0]);
    const { undoId } = await app.call('keys.delete', { keyId: key.id });
    ahead = 10_001;
    expect((await app.problem('undo.run', { undoId })).code).toBe('undo/expired');
  });

  it('are not deleted while the keychain is locked', async () => {
    const key = await saveKey(pems[0]);
    trouble = new ProblemError('keychain/locked');
    expect((await app.problem('keys.delete', { keyId: key.id })).code).toBe('keychain/locked');
    expect((await profile()).keys).toHaveLength(1);
  });

  it('that are gone can be deleted and brought back as gone', async () => {
    const key = await saveKey(pems[0], 'key', 'this-run');
    await restart();
    const { undoId } = await app.call('keys.delete', { keyId: key.id });
    await app.call('undo.run', { undoId });
    expect((await profile()).keys).toMatchObject([{ id: key.id, held: 'gone' }]);
  });
});

describe('apps', () => {
  it('are created, chosen, changed and reordered', async () => {
    const one = await saveApp({ name: 'one' });
    const two = await saveApp({ name: 'two' });
    expect(await profile()).toMatchObject({ currentAppId: two.id });
    await app.call('apps.choose', { appId: one.id });
    await saveApp({ name: 'renamed' }, one.id);
    await app.call('apps.setDefaults', {
      appId: one.id,
      defaults: { ...one.defaults, durationSeconds: 3600 },
    });
    await app.call('apps.reorder', { appIds: [two.id, 'unknown', two.id] });
    expect(await profile()).toMatchObject({
      currentAppId: one.id,
      apps: [{ name: 'two' }, { name: 'renamed', defaults: { durationSeconds: 3600 } }],
    });
  });

  it('keep scopes under names, each a JSON object as it was written', async () => {
    const one = await saveApp({ name: 'one' });
    const scopes = [
      { id: 's1', name: '和一个智能体对话', scope: '{"x": 7342866812345678901,\n"x":1}' },
      { id: 's2', name: 'empty', scope: '{}' },
    ];
    await app.call('apps.saveScopes', { appId: one.id, scopes });
    await saveApp({ name: 'renamed' }, one.id);
    expect(await profile()).toMatchObject({ apps: [{ name: 'renamed', scopes }] });
    for (const wrong of [
      [{ id: 's1', name: 'x', scope: '[]' }],
      [{ id: 's1', name: 'x', scope: '{"a":}' }],
      [{ id: 's1', name: ' ', scope: '{}' }],
      [...scopes, { id: 's1', name: 'again', scope: '{}' }],
    ]) {
      expect(await app.problem('apps.saveScopes', { appId: one.id, scopes: wrong })).toMatchObject({
        code: 'input/invalid',
      });
    }
    expect(await app.problem('apps.saveScopes', { appId: 'gone', scopes })).toMatchObject({
      code: 'app/not-found',
    });
    expect(await profile()).toMatchObject({ apps: [{ scopes }] });
  });

  it('are deleted, and undo brings them back where they stood', async () => {
    const one = await saveApp({ name: 'one' });
    await saveApp({ name: 'two' });
    await app.call('apps.choose', { appId: one.id });
    const before = await profile();
    const { undoId } = await app.call('apps.delete', { appId: one.id });
    expect(await profile()).toMatchObject({ apps: [{ name: 'two' }], currentAppId: before.apps[1]?.id });
    await app.call('undo.run', { undoId });
    expect(await profile()).toStrictEqual(before);
  });

  it.each([
    ['https://api.coze.cn/', { kind: 'cn' }],
    ['https://api.coze.com', { kind: 'com' }],
    ['https://coze.example:8443', { kind: 'custom', baseUrl: 'https://coze.example:8443' }],
    ['http://127.0.0.1:9000', { kind: 'custom', baseUrl: 'http://127.0.0.1:9000' }],
  ])('take %s as a base URL', async (baseUrl, region) => {
    expect((await saveApp({ region: { kind: 'custom', baseUrl } })).region).toStrictEqual(region);
  });

  it.each(['http://coze.example', 'https://coze.example/path', 'nonsense'])('refuse %s', async (baseUrl) => {
    const region = { kind: 'custom', baseUrl } as const;
    expect((await app.problem('apps.save', { id: null, fields: fields({ region }) })).code).toBe(
      'app/region-invalid',
    );
    expect((await profile()).apps).toStrictEqual([]);
  });

  it('refuse keys that do not exist, a key in use that is not theirs, and four keys', async () => {
    const keys = [];
    for (const pem of pems) keys.push(await saveKey(pem));
    const keyIds = keys.map(({ id }) => id);
    const [first = '', second = ''] = keyIds;
    const save = (changes: Partial<AppFields>) =>
      app.problem('apps.save', { id: null, fields: fields(changes) });
    expect((await save({ keyIds: ['nope'] })).code).toBe('key/not-found');
    expect(await save({ keyIds: [first], keyInUse: second })).toMatchObject({
      code: 'input/invalid',
      params: { path: 'fields.keyInUse' },
    });
    expect((await save({ keyIds })).code).toBe('input/invalid');
    expect((await app.problem('apps.choose', { appId: 'nope' })).code).toBe('app/not-found');
  });
});

describe('a folder that cannot be written', () => {
  it('is told, and what was changed stays for this run', async () => {
    await app.quit();
    await rm(machine.folder, { recursive: true });
    await writeFile(machine.folder, 'in the way');
    app = await machine.start();
    expect(await app.problem('apps.save', { id: null, fields: fields() })).toMatchObject({
      code: 'storage/unwritable',
      params: { folder: machine.folder },
    });
    expect((await profile()).apps).toHaveLength(1);
    await rm(machine.folder);
    await restart();
    expect((await profile()).apps).toHaveLength(1);
  });

  it('makes one app of a new one that is saved until it can be', async () => {
    await app.quit();
    await rm(machine.folder, { recursive: true });
    await writeFile(machine.folder, 'in the way');
    app = await machine.start();
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      expect((await app.problem('apps.save', { id: null, fields: fields() })).code).toBe(
        'storage/unwritable',
      );
    }
    await rm(machine.folder);
    const saved = await saveApp();
    expect((await profile()).apps).toStrictEqual([saved]);
    expect((await saveApp()).id).not.toBe(saved.id);
  });

  it('takes a delete back that cannot be saved, with the private half', async () => {
    const key = await saveKey(pems[0]);
    await saveApp({ keyIds: [key.id], keyInUse: key.id });
    const before = await profile();
    await rm(path.join(machine.folder, 'profile.json'));
    await mkdir(path.join(machine.folder, 'profile.json'));
    expect((await app.problem('keys.delete', { keyId: key.id })).code).toBe('storage/unwritable');
    expect(await profile()).toStrictEqual(before);
    expect(await keychain.list()).toStrictEqual([key.id]);
  });
});

describe('small calls', () => {
  it('opens known links only', async () => {
    await app.call('app.openExternal', { url: 'https://www.coze.cn/open' });
    expect((await app.problem('app.openExternal', { url: 'https://evil.example/' })).code).toBe(
      'http/url-refused',
    );
    expect(machine.opened).toStrictEqual(['https://www.coze.cn/open']);
  });

  it('changes the settings that were named', async () => {
    expect(await app.call('settings.change', { theme: 'dark' })).toStrictEqual({
      language: 'system',
      theme: 'dark',
      clipboardSeconds: 60,
      keepPins: false,
      notifyBeforeSeconds: [120, 30],
      useServerClock: true,
      keepTokens: false,
      tokenOrigins: [],
      network: {
        proxy: { kind: 'system', url: '', user: '' },
        caFile: null,
        timeoutSeconds: 180,
        followRedirects: true,
      },
      history: { entries: 2000, megabytes: 256 },
    });
    await restart();
    expect((await profile()).settings.theme).toBe('dark');
  });

  it('does nothing any more after it was closed', async () => {
    await app.engine.close();
    expect((await app.problem('app.snapshot', null)).code).toBe('cancelled');
  });
});
