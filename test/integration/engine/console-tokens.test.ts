import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../shared/bridge.ts';
import { defaultMintOptions, type OAuthApp } from '../../../shared/coze/app.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';
import { eventually } from '../../eventually.ts';
import { createMachine, type RunningApp, type TestMachine, userRequest } from './run-engine.ts';

let machine: TestMachine;
let app: RunningApp;
let practice: OAuthApp;
const servers: Server[] = [];

beforeEach(async () => {
  machine = await createMachine();
  app = await machine.start();
  practice = await app.call('practice.setUp', { hold: 'this-run' });
});

afterEach(async () => {
  await app.quit();
  await machine.remove();
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** Mints tokens that begin with `czs_` and its name, and refuses each of them when it is let. */
async function startServer(name: string) {
  const calls: string[] = [];
  let mints = 0;
  let refuse: () => void = () => undefined;
  const mayRefuse = new Promise<void>((resolve) => {
    refuse = resolve;
  });
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', async () => {
      response.setHeader('content-type', 'application/json');
      if (request.url?.endsWith('/oauth2/token') === true) {
        mints += 1;
        const accessToken = `czs_${name}${mints}${'0'.repeat(40)}`;
        const expiresAt = Math.floor(Date.now() / 1000) + 900;
        response.end(
          JSON.stringify({ access_token: accessToken, expires_in: expiresAt, token_type: 'Bearer' }),
        );
        return;
      }
      calls.push(request.headers.authorization?.slice(0, 'Bearer czs_a1'.length) ?? '');
      await mayRefuse;
      response.statusCode = 401;
      response.end('{"code":4100,"msg":"authentication is invalid"}');
    });
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, refuse };
}

const call = () => app.send(userRequest({ kind: 'app', appId: practice.id }));
const callWith = (tokenId: string) => app.send(userRequest({ kind: 'token', tokenId }));

async function moveTo(baseUrl: string): Promise<void> {
  const { id, defaults: _defaults, ...fields } = practice;
  await app.call('apps.save', { id, fields: { ...fields, region: { kind: 'custom', baseUrl } } });
}

const mint = (sessionName = '') =>
  app.call('tokens.mint', { appId: practice.id, options: { ...defaultMintOptions, sessionName } });
const snapshot = () => app.call('app.snapshot', null);

describe('a call that is refused after its app has got another region', () => {
  it.each([
    ['nothing else happened', async () => undefined],
    [
      'its token has been renewed',
      async (id: string) => void (await app.call('tokens.renew', { tokenId: id })),
    ],
  ])('keeps the refusal as its answer when %s', async (_what, meanwhile) => {
    const [a, b] = [await startServer('a'), await startServer('b')];
    await moveTo(a.url);
    const { id } = await mint();
    const answer = call();
    await eventually(() => expect(a.calls).toHaveLength(1));
    await moveTo(b.url);
    await meanwhile(id);
    a.refuse();
    expect(await answer).toMatchObject({ head: { status: 401 }, retriedAfter: null, tokenId: id });
    expect(a.calls).toStrictEqual(['Bearer czs_a1']);
    expect(b.calls).toStrictEqual([]);
  });

  it('is sent once more, with a token of the same region, when the app stayed as it is', async () => {
    const a = await startServer('a');
    await moveTo(a.url);
    a.refuse();
    await mint();
    expect(await call()).toMatchObject({
      head: { status: 401 },
      retriedAfter: { status: 401 },
    });
    expect(a.calls).toStrictEqual(['Bearer czs_a1', 'Bearer czs_a2']);
  });
});

/** Until the last mint that was asked for has reached the server. */
const onItsWay = (count: number) => eventually(() => expect(app.practice.log()).toHaveLength(count));
const slowly = (times: number) =>
  app.practice.setFaults({ nextAnswers: { fault: { kind: 'delay', milliseconds: 300 }, times } });

describe('a call without a token', () => {
  it('mints its own while a mint of another session is on its way', async () => {
    const before = app.practice.log().length;
    slowly(1);
    const other = mint('someone-else');
    await onItsWay(before + 1);
    const answer = await call();
    expect(answer).toMatchObject({ head: { status: 200 }, minted: true });
    expect(answer.tokenId).not.toBe((await other).id);
  });

  it('waits for a mint of the same options', async () => {
    const before = app.practice.log().length;
    slowly(1);
    const same = app.call('tokens.mint', { appId: practice.id, options: practice.defaults });
    await onItsWay(before + 1);
    const answer = await call();
    expect(answer).toMatchObject({ head: { status: 200 }, minted: false, tokenId: (await same).id });
  });

  it('mints its own when the mint that it waited for fails', async () => {
    app.practice.setFaults({ nextAnswers: { fault: { kind: 'server-error' }, times: 1 } });
    const same = app.reply('tokens.mint', { appId: practice.id, options: practice.defaults });
    const answer = await call();
    expect((await same).ok).toBe(false);
    expect(answer).toMatchObject({ head: { status: 200 }, minted: true });
  });

  it('waits for the renewal of the token that it would have used', async () => {
    const { id } = await app.call('tokens.mint', {
      appId: practice.id,
      options: { ...defaultMintOptions, sessionName: 'u-7', durationSeconds: 4 },
    });
    const before = app.practice.log().length;
    slowly(1);
    const renewal = app.call('tokens.renew', { tokenId: id });
    await onItsWay(before + 1);
    const { tokenId } = await call();
    const renewed: AccessToken = await renewal;
    expect(tokenId).toBe(renewed.id);
  });
});

describe('a renewal that a person asked for', () => {
  it.each([
    ['its token', (tokenId: string) => app.call('tokens.forget', { tokenId })],
    ['every token', () => app.call('tokens.forgetAll', null)],
  ])('leaves no token when %s is forgotten meanwhile', async (_what, forget) => {
    const { id } = await mint();
    const before = app.practice.log().length;
    slowly(1);
    const renewal = app.problem('tokens.renew', { tokenId: id });
    await onItsWay(before + 1);
    await forget(id);
    expect((await renewal).code).toBe('token/not-found');
    expect((await snapshot()).tokens).toStrictEqual([]);
  });

  it('leaves a token that does not renew by itself when that is switched off meanwhile', async () => {
    const { id } = await mint();
    await app.call('tokens.setAutoRenew', { tokenId: id, autoRenew: true });
    const before = app.practice.log().length;
    slowly(1);
    const renewal = app.call('tokens.renew', { tokenId: id });
    await onItsWay(before + 1);
    await app.call('tokens.setAutoRenew', { tokenId: id, autoRenew: false });
    expect((await renewal).autoRenew).toBe(false);
  });
});

describe('a call with a token that was chosen', () => {
  const hold = (baseUrl: string, changes: Partial<CallInput<'tokens.hold'>> = {}) =>
    app.call('tokens.hold', {
      name: 'My PAT',
      text: `pat_${'0'.repeat(40)}`,
      region: { kind: 'custom', baseUrl },
      expiresAt: null,
      ...changes,
    });

  it('uses that one, and not the newest of its app', async () => {
    const chosen = await mint('u-1');
    await mint('u-2');
    const answer = await callWith(chosen.id);
    expect(answer).toMatchObject({ head: { status: 200 }, minted: false, tokenId: chosen.id });
    expect((await snapshot()).activity[0]).toMatchObject({ kind: 'call', appName: practice.name });
  });

  it('sends a pasted one to its own region only, whatever app is current, and once', async () => {
    const [a, b] = [await startServer('a'), await startServer('b')];
    await moveTo(b.url);
    a.refuse();
    const { id } = await hold(a.url);
    const answer = await callWith(id);
    expect(answer).toMatchObject({ head: { status: 401 }, tokenId: id, retriedAfter: null });
    expect(new URL(answer.head?.url ?? '').origin).toBe(a.url);
    expect(a.calls).toStrictEqual(['Bearer pat_00']);
    expect(b.calls).toStrictEqual([]);
    expect((await snapshot()).activity[0]).toMatchObject({ kind: 'call', appName: 'My PAT' });
  });

  it('stays in the region that the token is valid for when its app has got another one', async () => {
    const [a, b] = [await startServer('a'), await startServer('b')];
    await moveTo(a.url);
    const { id } = await mint();
    await moveTo(b.url);
    a.refuse();
    expect(await callWith(id)).toMatchObject({ head: { status: 401 }, retriedAfter: null });
    expect(a.calls).toStrictEqual(['Bearer czs_a1']);
    expect(b.calls).toStrictEqual([]);
  });

  it('renews a minted one that is refused, and is sent once more', async () => {
    const a = await startServer('a');
    await moveTo(a.url);
    a.refuse();
    const { id } = await mint();
    expect(await callWith(id)).toMatchObject({ retriedAfter: { status: 401 } });
    expect(a.calls).toStrictEqual(['Bearer czs_a1', 'Bearer czs_a2']);
  });

  it('uses what has renewed it', async () => {
    const { id } = await mint();
    const renewed = await app.call('tokens.renew', { tokenId: id });
    const again = await app.call('tokens.renew', { tokenId: renewed.id });
    expect(await callWith(id)).toMatchObject({ head: { status: 200 }, tokenId: again.id });
    await app.call('tokens.forget', { tokenId: again.id });
    expect(await callWith(id)).toMatchObject({ head: { status: 200 }, tokenId: renewed.id });
  });

  it('waits for the renewal of one that is about to end', async () => {
    const { id } = await app.call('tokens.mint', {
      appId: practice.id,
      options: { ...defaultMintOptions, durationSeconds: 4 },
    });
    const before = app.practice.log().length;
    slowly(1);
    const renewal = app.call('tokens.renew', { tokenId: id });
    await onItsWay(before + 1);
    const { tokenId } = await callWith(id);
    expect(tokenId).toBe((await renewal).id);
  });

  it('is not sent with one that has expired', async () => {
    const a = await startServer('a');
    const { id } = await hold(a.url, { expiresAt: Math.floor(Date.now() / 1000) - 1 });
    expect(await app.run(userRequest({ kind: 'token', tokenId: id }))).toMatchObject({
      stage: 'failed',
      problem: { code: 'token/expired', remedies: [] },
    });
    expect(a.calls).toStrictEqual([]);
  });

  it('is not sent with one that was forgotten, nor with another in its place', async () => {
    const { id } = await mint();
    await mint();
    await app.call('tokens.forget', { tokenId: id });
    const before = app.practice.log().length;
    const request = userRequest({ kind: 'token', tokenId: id });
    expect((await app.problem('console.start', { request })).code).toBe('token/not-found');
    expect(app.practice.log()).toHaveLength(before);
  });
});

describe('a call without any token', () => {
  it('has no Authorization header, and mints nothing', async () => {
    const a = await startServer('a');
    await moveTo(a.url);
    a.refuse();
    const answer = await app.send(userRequest({ kind: 'none', appId: practice.id }));
    expect(answer).toMatchObject({ head: { status: 401 }, tokenId: null, minted: false, retriedAfter: null });
    expect(a.calls).toStrictEqual(['']);
    expect((await snapshot()).tokens).toStrictEqual([]);
  });
});
