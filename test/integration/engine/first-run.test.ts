import { createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import { noFaults } from '../../../shared/practice-faults.ts';
import { eventually } from '../../eventually.ts';
import { createMachine, type RunningApp, type TestMachine, userRequest } from './run-engine.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

let machine: TestMachine;
let app: RunningApp;

beforeEach(async () => {
  machine = await createMachine();
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

async function importKey(text = pem, hold: 'keychain' | 'this-run' = 'keychain') {
  const result = await app.call('import.read', { kind: 'text', text });
  if (result.kind !== 'key') throw new Error('expected a key');
  return app.call('keys.save', { draftId: result.draft.draftId, label: '店铺密钥', kid: null, hold });
}

const stopped = { running: false, url: null, port: null, faults: noFaults };

describe('the practice app', () => {
  it('is set up, minted for and called with', async () => {
    const practice = await app.call('practice.setUp', { hold: 'keychain' });
    expect(practice).toMatchObject({
      name: '练习应用',
      region: { kind: 'practice' },
      variant: { kind: 'channel' },
    });

    const options = { ...defaultMintOptions, sessionName: '用户 7' };
    const token = await app.call('tokens.mint', { appId: practice.id, options });
    expect(token).toMatchObject({ appName: '练习应用', uses: 0, clockOffsetMs: 0, options });
    expect(Math.abs((token.expiresAt ?? 0) - Date.now() / 1000 - 900)).toBeLessThan(5);
    expect(token.mask).toMatch(/^czs_.{3}….{2}$/);

    const run = await app.send(userRequest({ kind: 'app', appId: practice.id }));
    expect(run).toMatchObject({
      head: { status: 200 },
      envelope: { code: 0 },
      minted: false,
      tokenId: token.id,
    });
    expect(JSON.parse(await app.textOf(run)).data.user_id).toBeDefined();
    const { tokens, activity } = await app.call('app.snapshot', null);
    expect(tokens).toMatchObject([{ id: token.id, uses: 1 }]);
    expect(activity).toMatchObject([
      { kind: 'call', subject: 'GET /v1/users/me', status: 200, problem: null },
      {
        kind: 'mint',
        subject: '练习密钥',
        status: 200,
        claims: ['iss', 'aud', 'iat', 'exp', 'jti', 'session_name'],
        problem: null,
      },
    ]);
  });

  it('mints by itself when a call has no token', async () => {
    const practice = await app.call('practice.setUp', { hold: 'this-run' });
    const request = userRequest({ kind: 'app', appId: practice.id });
    const first = await app.send(request);
    expect(first).toMatchObject({ head: { status: 200 }, minted: true });
    expect(await app.send(request)).toMatchObject({ minted: false, tokenId: first.tokenId });
  });

  it('is the same one at the second press, also when pressed twice at once', async () => {
    const [first, second] = await Promise.all([
      app.call('practice.setUp', { hold: 'keychain' }),
      app.call('practice.setUp', { hold: 'keychain' }),
    ]);
    expect(second).toStrictEqual(first);
    const { profile } = await app.call('app.snapshot', null);
    expect(profile.apps).toHaveLength(1);
    expect(profile.keys).toHaveLength(1);
    expect(profile.currentAppId).toBe(first.id);
  });

  it('gets a new key when the old one is gone', async () => {
    const first = await app.call('practice.setUp', { hold: 'this-run' });
    await restart();
    expect(await app.problem('tokens.mint', { appId: first.id, options: defaultMintOptions })).toMatchObject({
      code: 'keychain/not-found',
      remedies: ['add-key'],
    });
    const again = await app.call('practice.setUp', { hold: 'keychain' });
    expect(again.id).toBe(first.id);
    expect(again.keyInUse).not.toBe(first.keyInUse);
    expect(again.keyIds).toHaveLength(1);
    expect((await app.call('app.snapshot', null)).profile.keys).toHaveLength(1);
    await app.call('tokens.mint', { appId: again.id, options: defaultMintOptions });
  });

  it('is there after a restart, with its key, and mints again', async () => {
    const practice = await app.call('practice.setUp', { hold: 'keychain' });
    const before = (await app.call('app.snapshot', null)).profile;
    await restart();
    const { profile, tokens, practice: status } = await app.call('app.snapshot', null);
    expect(profile).toStrictEqual(before);
    expect(tokens).toStrictEqual([]);
    expect(status).toStrictEqual(stopped);
    await app.call('tokens.mint', { appId: practice.id, options: defaultMintOptions });
  });

  it('shows what practice Coze refuses', async () => {
    const practice = await app.call('practice.setUp', { hold: 'keychain' });
    app.practice.setFaults({ appDeactivated: true });
    const problem = await app.problem('tokens.mint', { appId: practice.id, options: defaultMintOptions });
    expect(problem).toMatchObject({ code: 'exchange/refused', params: { kind: 'app-deactivated' } });
    expect(problem.server?.logId).not.toBeNull();
    expect((await app.call('app.snapshot', null)).activity).toMatchObject([{ kind: 'mint', problem }]);
  });

  it('starts and stops', async () => {
    const started = await app.call('practice.start', null);
    expect(started).toMatchObject({
      running: true,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
    expect(await app.call('practice.stop', null)).toStrictEqual(stopped);
    const told = app.events.filter(({ name }) => name === 'practice').map(({ payload }) => payload);
    expect(told).toStrictEqual([started, stopped]);
  });
});

describe('an app of my own', () => {
  it('signs with the imported key so that another implementation verifies it', async () => {
    const key = await importKey();
    await app.call('keys.change', { keyId: key.id, kid: key.fingerprints.spki });
    const mine = await app.call('apps.save', {
      id: null,
      fields: {
        name: '店铺',
        region: { kind: 'practice' },
        clientId: '1123456789012',
        variant: { kind: 'developer' },
        keyIds: [key.id],
        keyInUse: key.id,
      },
    });
    const token = await app.call('tokens.mint', { appId: mine.id, options: defaultMintOptions });
    const { jwt } = await app.call('tokens.assertion', { tokenId: token.id });
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    const verify = createVerify('RSA-SHA256').update(`${header}.${payload}`);
    expect(verify.verify(createPublicKey(privateKey), signature, 'base64url')).toBe(true);
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(claims).toMatchObject({ iss: '1123456789012', aud: new URL(app.practice.url() ?? '').host });
    expect(Buffer.from(claims.jti, 'base64url')).toHaveLength(32);
    const renewed = await app.call('tokens.renew', { tokenId: token.id });
    expect(renewed.id).not.toBe(token.id);
  });

  it('needs a key with a kid to mint', async () => {
    const key = await importKey();
    const fields = {
      name: '店铺',
      region: { kind: 'practice' },
      clientId: '11',
      variant: { kind: 'channel' },
      keyIds: [key.id],
    } as const;
    const mine = await app.call('apps.save', {
      id: null,
      fields: { ...fields, keyIds: [key.id], keyInUse: null },
    });
    const mint = { appId: mine.id, options: defaultMintOptions };
    expect(await app.problem('tokens.mint', mint)).toMatchObject({ code: 'app/no-key' });
    await app.call('apps.save', { id: mine.id, fields: { ...fields, keyIds: [key.id], keyInUse: key.id } });
    expect(await app.problem('tokens.mint', mint)).toMatchObject({
      code: 'app/no-key',
      remedies: ['edit-app'],
    });
  });

  it('is cancelled while the server takes its time', async () => {
    const practice = await app.call('practice.setUp', { hold: 'keychain' });
    app.practice.setFaults({ nextAnswers: { fault: { kind: 'delay', milliseconds: 600_000 }, times: 1 } });
    const controller = new AbortController();
    const minting = app.problem(
      'tokens.mint',
      { appId: practice.id, options: defaultMintOptions },
      controller.signal,
    );
    await eventually(() => expect(app.practice.log()).toHaveLength(1));
    controller.abort();
    expect((await minting).code).toBe('cancelled');
  });
});

describe('a damaged profile', () => {
  it('is set aside, told, and the last good copy is used', async () => {
    await app.call('practice.setUp', { hold: 'keychain' });
    await app.call('settings.change', { theme: 'dark' });
    await app.quit();
    await writeFile(path.join(machine.folder, 'profile.json'), '{"version":1,');
    app = await machine.start();
    const { profile, profileSetAside } = await app.call('app.snapshot', null);
    expect(profileSetAside).toMatch(/^profile\.unreadable-.*\.json$/);
    expect(profile.apps).toHaveLength(1);
    expect((await machine.files())[profileSetAside ?? '']).toBe('{"version":1,');
  });

  it('writes nothing on a first run that changes nothing', async () => {
    await app.quit();
    expect(await machine.files()).toStrictEqual({});
  });
});
