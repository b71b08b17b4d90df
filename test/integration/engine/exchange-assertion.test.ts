import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../shared/bridge.ts';
import type { AppFields, OAuthApp } from '../../../shared/coze/app.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import { type HostileServer, startHostileServer } from '../http/hostile-server.ts';
import { createMachine, type RunningApp, type TestMachine } from './run-engine.ts';

let machine: TestMachine;
let app: RunningApp;
let practice: OAuthApp;

beforeEach(async () => {
  machine = await createMachine();
  app = await machine.start();
  practice = await app.call('practice.setUp', { hold: 'this-run' });
});

afterEach(async () => {
  await app.quit();
  await machine.remove();
});

const snapshot = () => app.call('app.snapshot', null);

/** Signs an assertion for practice Coze as a person would have typed it. */
async function signed(claims: object = {}, aud = new URL(app.practice.url() ?? '').host): Promise<string> {
  const { profile } = await snapshot();
  const [key] = profile.keys;
  const now = Math.floor(Date.now() / 1000);
  const all = { iss: practice.clientId, aud, iat: now, exp: now + 600, jti: 'r-1', ...claims };
  const { jwt } = await app.call('jwt.sign', {
    keyId: key?.id ?? '',
    header: JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: key?.kid }, null, 2),
    payload: JSON.stringify(all, null, 2),
  });
  return jwt;
}

const request = (jwt: string, changes: Partial<CallInput<'tokens.exchange'>> = {}) => ({
  appId: practice.id,
  jwt,
  durationSeconds: 1200,
  scope: null,
  ...changes,
});

describe('an assertion that was signed by hand', () => {
  it('is exchanged for a token that is held like any other, and works', async () => {
    const session = {
      session_name: '用户 7',
      session_context: { device_info: { device_id: '7342866812345678901' } },
    };
    const jwt = await signed(session);
    const scope = { account_permission: { permission_list: ['Connector.botChat'] } };
    const token = await app.call('tokens.exchange', request(jwt, { scope }));
    expect(token).toMatchObject({
      appId: practice.id,
      appName: '练习应用',
      uses: 0,
      options: {
        durationSeconds: 1200,
        sessionName: '用户 7',
        device: { kind: 'device-id', value: '7342866812345678901' },
        scope,
      },
    });
    expect(Math.abs((token.expiresAt ?? 0) - Date.now() / 1000 - 1200)).toBeLessThan(5);
    expect(await app.call('tokens.assertion', { tokenId: token.id })).toStrictEqual({ jwt });
    const { tokens, activity } = await snapshot();
    expect(tokens).toStrictEqual([token]);
    expect(activity).toMatchObject([
      {
        kind: 'mint',
        appName: '练习应用',
        subject: '练习密钥',
        claims: ['iss', 'aud', 'iat', 'exp', 'jti', 'session_name', 'session_context'],
        jti: 'r-1',
        status: 200,
        problem: null,
      },
      { kind: 'sign', jti: null },
    ]);
  });

  it('gives a token that renews to the same session', async () => {
    const token = await app.call('tokens.exchange', request(await signed({ session_name: 'one' })));
    const renewed = await app.call('tokens.renew', { tokenId: token.id });
    expect(renewed.options).toStrictEqual(token.options);
    const { jwt } = await app.call('tokens.assertion', { tokenId: renewed.id });
    const claims: unknown = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ session_name: 'one' });
  });

  it("is refused the second time, in the server's words", async () => {
    const jwt = await signed();
    await app.call('tokens.exchange', request(jwt));
    const problem = await app.problem('tokens.exchange', request(jwt));
    const received = app.practice.log().at(-1);
    expect(problem).toMatchObject({ code: 'exchange/refused', params: { errorCode: 'invalid_client' } });
    expect(String(problem.params['errorMessage'])).toMatch(/jti/);
    expect(problem.server?.logId).toBe(received?.logId);
    const { activity, tokens } = await snapshot();
    expect(activity[0]).toMatchObject({ kind: 'mint', jti: 'r-1', problem: { code: 'exchange/refused' } });
    expect(tokens).toHaveLength(1);
  });

  it('starts practice Coze when it does not run', async () => {
    const before = app.practice.url();
    await app.call('practice.stop', null);
    expect(app.practice.url()).toBeNull();
    const jwt = await signed({}, new URL(before ?? '').hostname);
    await app.call('tokens.exchange', request(jwt));
    expect(app.practice.url()).not.toBeNull();
  });

  it.each([
    [{ jwt: 'eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ' }, 'exchange/not-a-jwt'],
    [{ jwt: 'not.a.jwt' }, 'exchange/not-a-jwt'],
    [{ jwt: '' }, 'exchange/not-a-jwt'],
    [{ durationSeconds: 0 }, 'mint/duration-invalid'],
    [{ durationSeconds: 1.5 }, 'mint/duration-invalid'],
    [{ durationSeconds: 86_400 }, 'mint/duration-invalid'],
    [{ jwt: 'x'.repeat(65_537) }, 'input/invalid'],
    [{ appId: 'nobody' }, 'app/not-found'],
  ])('is not sent with %j', async (changes, code) => {
    const jwt = await signed();
    const before = app.practice.log().length;
    expect((await app.problem('tokens.exchange', request(jwt, changes))).code).toBe(code);
    expect(app.practice.log()).toHaveLength(before);
    expect((await snapshot()).activity.map(({ jti }) => jti)).not.toContain('r-1');
    await app.call('tokens.exchange', request(jwt));
  });
});

describe('the jti in the activity list', () => {
  let server: HostileServer;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;

  beforeEach(async () => {
    answer = (_request, response) => response.writeHead(500).end('oops');
    server = await startHostileServer((incoming, response) => answer(incoming, response));
    await move(server.url);
  });

  afterEach(() => server.close());

  async function move(baseUrl: string, variant: AppFields['variant'] = { kind: 'developer' }) {
    const { id, defaults, ...fields } = practice;
    expect(defaults).toStrictEqual(defaultMintOptions);
    practice = await app.call('apps.save', {
      id,
      fields: { ...fields, variant, region: { kind: 'custom', baseUrl } },
    });
  }

  const lastJti = async () => (await snapshot()).activity[0]?.jti;

  it('is that of a minted assertion', async () => {
    await app.problem('tokens.mint', { appId: practice.id, options: defaultMintOptions });
    expect(await lastJti()).toMatch(/^[\w-]{43}$/);
  });

  it('is there although the exchange failed after sending', async () => {
    await app.problem('tokens.exchange', request(await signed()));
    expect(await lastJti()).toBe('r-1');
    answer = (incoming) => incoming.socket.destroy();
    await app.problem('tokens.exchange', request(await signed({ jti: 'r-2' })));
    expect(await lastJti()).toBe('r-2');
  });

  it('is not there when nothing arrived', async () => {
    await move('http://127.0.0.1:9');
    expect((await app.problem('tokens.exchange', request(await signed()))).code).toBe('http/unreachable');
    expect(await lastJti()).toBeNull();
  });

  it('is cut when it is long, and none when it is no text', async () => {
    await app.problem('tokens.exchange', request(await signed({ jti: 'j'.repeat(1000) })));
    expect(await lastJti()).toBe('j'.repeat(256));
    await app.problem('tokens.exchange', request(await signed({ jti: 5 })));
    expect(await lastJti()).toBeNull();
  });

  it("goes to the app's own path, and names no key that is not held", async () => {
    await move(server.url, { kind: 'enterprise', enterpriseId: 'volcano_2' });
    const jwt = 'eyJhbGciOiJSUzI1NiIsImtpZCI6ImVsc2V3aGVyZSJ9.eyJqdGkiOiJyLTkifQ.c2ln';
    await app.problem('tokens.exchange', request(jwt));
    expect(server.seen.at(-1)).toMatchObject({
      url: '/api/permission/oauth2/enterprise_id/volcano_2/token',
      headers: { authorization: `Bearer ${jwt}` },
    });
    expect((await snapshot()).activity[0]).toMatchObject({ kind: 'mint', subject: '', jti: 'r-9' });
  });
});
