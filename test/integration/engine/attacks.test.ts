import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeyVault } from '../../../electron/keys/key-vault.ts';
import { createMemoryVault } from '../../../electron/keys/memory-vault.ts';
import type { AppFields } from '../../../shared/coze/app.ts';
import { defaultMintOptions, type MintOptions } from '../../../shared/coze/app.ts';
import { type HostileServer, startHostileServer } from '../http/hostile-server.ts';
import { createMachine, type RunningApp, type TestMachine, userRequest } from './run-engine.ts';

const pem = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const accessToken = 'czs_RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6RiQJX3c';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let keychain: { -readonly [Name in keyof KeyVault]: KeyVault[Name] };
let machine: TestMachine;
let app: RunningApp;
let server: HostileServer;
let answerCall: Answer;

const isExchange = ({ url }: IncomingMessage) => url?.startsWith('/api/permission/') === true;

const grant: Answer = (_request, response) => {
  response.setHeader('content-type', 'application/json');
  const expiresIn = Math.floor(Date.now() / 1000) + 900;
  response.end(JSON.stringify({ access_token: accessToken, expires_in: expiresIn }));
};

/** A keychain whose calls take a turn of the event loop, as a real one's do. */
function unhurried(vault: KeyVault): KeyVault {
  const later = async <Value>(work: () => Promise<Value>) => {
    await new Promise((resolve) => setImmediate(resolve));
    return work();
  };
  return {
    put: (...args) => later(() => vault.put(...args)),
    get: (...args) => later(() => vault.get(...args)),
    delete: (...args) => later(() => vault.delete(...args)),
    list: () => later(() => vault.list()),
    status: () => later(() => vault.status()),
  };
}

beforeEach(async () => {
  keychain = createMemoryVault();
  machine = await createMachine({ vault: unhurried(keychain) });
  app = await machine.start();
  answerCall = (_request, response) => response.end('{"code":0,"msg":""}');
  server = await startHostileServer((request, response) =>
    (isExchange(request) ? grant : answerCall)(request, response),
  );
});

afterEach(async () => {
  await app.quit();
  await server.close();
  await machine.remove();
});

async function draft(): Promise<string> {
  const result = await app.call('import.read', { kind: 'text', text: pem });
  if (result.kind !== 'key') throw new Error('expected a key');
  return result.draft.draftId;
}

const keyOf = (draftId: string) => ({ draftId, label: 'key', kid: 'kid-1', hold: 'keychain' }) as const;

async function hostileApp(changes: Partial<AppFields> = {}, id: string | null = null) {
  const { keys } = await profile();
  const keyId = keys[0]?.id ?? (await app.call('keys.save', keyOf(await draft()))).id;
  const fields: AppFields = {
    name: '店铺',
    region: { kind: 'custom', baseUrl: server.url },
    clientId: '1123456789012',
    variant: { kind: 'developer' },
    keyIds: [keyId],
    keyInUse: keyId,
    ...changes,
  };
  return app.call('apps.save', { id, fields });
}

const profile = async () => (await app.call('app.snapshot', null)).profile;

const send = (appId: string) => app.send(userRequest({ kind: 'app', appId }));

describe('two calls at once', () => {
  it('that save the same draft store one key', async () => {
    const draftId = await draft();
    const replies = await Promise.all([1, 2].map(() => app.reply('keys.save', keyOf(draftId))));
    expect(replies.map(({ ok }) => ok)).toStrictEqual([true, false]);
    expect((await profile()).keys).toHaveLength(1);
    expect(await keychain.list()).toHaveLength(1);
  });

  it('that save two drafts of the same key store one key', async () => {
    const drafts = [await draft(), await draft()];
    const replies = await Promise.all(drafts.map((draftId) => app.reply('keys.save', keyOf(draftId))));
    expect(replies).toMatchObject([{ ok: true }, { ok: false, problem: { code: 'key/duplicate' } }]);
    expect(await keychain.list()).toHaveLength(1);
  });

  it('that delete the same key offer one undo', async () => {
    const { keyIds } = await hostileApp();
    const [keyId = ''] = keyIds;
    const replies = await Promise.all([1, 2].map(() => app.reply('keys.delete', { keyId })));
    expect(replies).toMatchObject([{ ok: true }, { ok: false, problem: { code: 'key/not-found' } }]);
  });
});

describe('a server that repeats the token', () => {
  it('shows it nowhere in the answer or the activity', async () => {
    const { id } = await hostileApp();
    answerCall = (request, response) => {
      if (!request.url?.startsWith('/again')) {
        response.writeHead(302, { location: `/again?access_token=${accessToken}` }).end();
        return;
      }
      response.writeHead(200, `Hello ${accessToken}`, {
        'content-type': `application/json; for=${accessToken}`,
        'x-tt-logid': `log-${accessToken}`,
      });
      response.end(JSON.stringify({ code: 4100, msg: `no ${accessToken}` }));
    };
    const run = await send(id);
    expect(run).toMatchObject({
      head: { status: 200, url: expect.stringContaining('/again?') },
      envelope: { code: 4100, msg: 'no czs_RQO…3c' },
    });
    expect(await app.textOf(run)).toBe('{"code":4100,"msg":"no czs_RQO…3c"}');
    expect((await app.call('app.snapshot', null)).activity[0]).toMatchObject({ kind: 'call', status: 200 });
    expect(machine.crossed.join('\n')).not.toContain(accessToken);
  });
});

describe('an app that was edited to another account', () => {
  it('does not use the token of the account before', async () => {
    const { id } = await hostileApp({ variant: { kind: 'cross-account', accountId: '1' } });
    expect((await send(id)).minted).toBe(true);
    await hostileApp({ variant: { kind: 'cross-account', accountId: '2' } }, id);
    expect((await send(id)).minted).toBe(true);
    expect(server.seen.filter(isExchange).map(({ url }) => url)).toStrictEqual([
      '/api/permission/oauth2/account/1/token',
      '/api/permission/oauth2/account/2/token',
    ]);
  });
});

describe('a run that is killed when the keychain has the key and the profile does not yet', () => {
  async function killedRun(): Promise<string> {
    const draftId = await draft();
    let before: Record<string, string> = {};
    const put = keychain.put;
    keychain.put = async (...args) => {
      await put(...args);
      before = await machine.files();
    };
    await app.call('keys.save', keyOf(draftId));
    keychain.put = put;
    await app.quit();
    for (const [name, text] of Object.entries(before))
      await writeFile(path.join(machine.folder, name), text, 'latin1');
    app = await machine.start();
    const [keyId = ''] = await keychain.list();
    expect((await profile()).keys).toMatchObject([{ id: keyId, held: 'gone' }]);
    return keyId;
  }

  it('leaves an entry that importing brings back to life', async () => {
    const keyId = await killedRun();
    expect(await app.call('keys.save', keyOf(await draft()))).toMatchObject({ id: keyId, held: 'keychain' });
    expect(await keychain.list()).toStrictEqual([keyId]);
  });

  it('leaves an entry whose deletion leaves nothing in the keychain', async () => {
    const keyId = await killedRun();
    await app.call('keys.delete', { keyId });
    expect(await keychain.list()).toStrictEqual([]);
  });
});

describe('quitting while a key is being stored', () => {
  it('ends when the key is in the keychain and in the profile', async () => {
    const draftId = await draft();
    const saving = app.reply('keys.save', keyOf(draftId));
    await app.engine.close();
    expect(await saving).toMatchObject({ ok: true });
    const stored = await keychain.list();
    expect(stored).toHaveLength(1);
    app = await machine.start();
    expect((await profile()).keys.map(({ id }) => id)).toStrictEqual(stored);
  });

  it('does not wait for a file dialog that nobody answers', async () => {
    machine.picked.waiting = new Promise(() => undefined);
    const picking = app.problem('import.pick', null);
    await app.engine.close();
    expect((await picking).code).toBe('cancelled');
  });
});

describe('a scope that nests without end', () => {
  const nested = Array.from({ length: 10_000 }).reduce<object>((inner) => ({ inner }), {});
  const options: MintOptions = { ...defaultMintOptions, scope: { nested } };

  it('is refused, and settings can be saved afterwards', async () => {
    const { id } = await hostileApp();
    const refused = { code: 'input/invalid' };
    expect(await app.problem('apps.setDefaults', { appId: id, defaults: options })).toMatchObject(refused);
    expect(await app.problem('tokens.mint', { appId: id, options })).toMatchObject(refused);
    expect((await app.call('settings.change', { theme: 'dark' })).theme).toBe('dark');
  });
});
