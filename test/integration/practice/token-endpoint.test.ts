import { importSPKI, jwtVerify, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import {
  clientId,
  jwtBearer,
  keys,
  kid,
  normalClientId,
  otherKeys,
  signJwt,
  startPracticeBench,
  startTime,
} from './practice-bench.ts';

const bench = startPracticeBench();

const commonChecks = [
  'body-json',
  'grant-type-present',
  'grant-type-known',
  'authorization-bearer',
  'assertion-not-empty',
  'assertion-parses',
  'alg',
  'typ',
  'kid-registered',
  'signature',
  'iss',
  'aud',
  'iat-integer',
  'exp-integer',
  'exp-after-iat',
  'not-expired',
  'iat-not-in-future',
  'jti-present',
  'jti-unused',
  'duration',
  'scope',
  'app-active',
  'channel-bound',
];

const lastEntry = () => {
  const entry = bench.practice.log().at(-1);
  if (entry === undefined) throw new Error('nothing was logged');
  return entry;
};

interface Expected {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly check: string;
  readonly undocumented: readonly string[];
}

/** The answer, and in the log: every check before `check` passed, none after it reached. */
async function expectRefusal(answer: Response, { status, code, message, check, undocumented }: Expected) {
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual({ error_code: code, error_message: message, error: code });
  expect(answer.headers.get('x-tt-logid')).toMatch(/^20260102030405[0-9A-F]{20}$/);
  const entry = lastEntry();
  expect(entry.logId).toBe(answer.headers.get('x-tt-logid'));
  expect(entry.status).toBe(status);
  expect(entry.refusal).toMatchObject({ code, message, undocumented });
  const names: readonly string[] = entry.checks.map(({ name }) => name);
  const at = names.indexOf(check);
  expect(at).toBeGreaterThanOrEqual(0);
  expect(entry.checks.map(({ state }) => state)).toEqual(
    names.map((_, index) => (index < at ? 'passed' : index === at ? 'failed' : 'not-reached')),
  );
}

const wrongJwt = (check: string, message: string): Expected => ({
  status: 401,
  code: 'invalid_client',
  message: `invalid jwt: ${message}`,
  check,
  undocumented: ['status', 'message'],
});

const wrongParameter = (check: string, parameter: string): Expected => ({
  status: 400,
  code: 'invalid_request',
  message: `invalid request: ${parameter}`,
  check,
  undocumented: ['status'],
});

const bearer = (jwt: string) => ({ authorization: `Bearer ${jwt}` });

const withHeader = (changes: object) =>
  bench.exchange(bearer(signJwt({ ...bench.header(), ...changes }, bench.claims())));

const withClaims = (changes: object) =>
  bench.exchange(bearer(signJwt(bench.header(), { ...bench.claims(), ...changes })));

const withBody = (changes: object) => bench.exchange({ body: { grant_type: jwtBearer, ...changes } });

describe('a good request', () => {
  test('gets a token whose expires_in is an absolute time, 900 s ahead when no duration is asked', async () => {
    const answer = await bench.exchange();
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      access_token: expect.stringMatching(/^czs_[\w-]{64}$/),
      expires_in: startTime + 900,
    });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('date')).toBe('Fri, 02 Jan 2026 03:04:05 GMT');
    expect(answer.headers.get('x-tt-logid')).toMatch(/^20260102030405[0-9A-F]{20}$/);
    expect(lastEntry()).toMatchObject({
      method: 'POST',
      path: '/api/permission/oauth2/token',
      status: 200,
      refusal: null,
      fault: null,
      at: startTime * 1000,
    });
    expect(lastEntry().checks).toMatchObject(commonChecks.map((name) => ({ name, state: 'passed' })));
  });

  test('is taken when jose signed it', async () => {
    const jwt = await new SignJWT({ jti: 'b0f9c8d7-jose' })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .setIssuer(clientId)
      .setAudience(new URL(bench.url()).host)
      .setIssuedAt(startTime)
      .setExpirationTime(startTime + 60)
      .sign(keys.privateKey);
    expect((await bench.exchange(bearer(jwt))).status).toBe(200);
  });

  test('is what an independent implementation verifies as well', async () => {
    const spki = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const { payload } = await jwtVerify(bench.assertion(), await importSPKI(spki, 'RS256'), {
      currentDate: new Date(startTime * 1000),
    });
    expect(payload.iss).toBe(clientId);
  });

  test('may name the host without its port', async () => {
    expect((await withClaims({ aud: '127.0.0.1' })).status).toBe(200);
  });

  test('may carry session_name, session_context and the members that only SDKs send', async () => {
    const jwt = signJwt(bench.header(), {
      ...bench.claims(),
      session_name: 'u-1001',
      session_context: { device_info: { device_id: '1234567890' } },
    });
    const body = { grant_type: jwtBearer, client_id: clientId, account_id: 7 };
    expect((await bench.exchange({ ...bearer(jwt), body })).status).toBe(200);
  });

  test('never gets the same token twice', async () => {
    expect(await bench.mint()).not.toBe(await bench.mint());
  });
});

describe('the request itself', () => {
  test.each(['', '{', 'grant_type=x', '{"a":1}}', '\u0000'])(
    'is refused when its body is %j',
    async (rawBody) => {
      await expectRefusal(await bench.exchange({ rawBody }), {
        ...wrongParameter('body-json', 'body'),
        undocumented: ['status', 'message'],
      });
    },
  );

  test.each(['{}', '[]', '7', 'null', '{"grant_type":null}', '{"grant_type":""}', '{"grant_type":7}'])(
    'is refused without a grant_type: %s',
    async (rawBody) => {
      await expectRefusal(
        await bench.exchange({ rawBody }),
        wrongParameter('grant-type-present', 'grant_type'),
      );
    },
  );

  test.each(['password', 'refresh_token', 'urn:ietf:params:oauth:grant-type:JWT-bearer'])(
    'is refused with grant_type %s',
    async (grantType) => {
      await expectRefusal(await bench.exchange({ body: { grant_type: grantType } }), {
        status: 400,
        code: 'unsupported_grant_type',
        message: `not supported grant type: ${grantType}`,
        check: 'grant-type-known',
        undocumented: ['status'],
      });
    },
  );

  test('is refused with another authorization scheme', async () => {
    await expectRefusal(await bench.exchange({ authorization: 'Basic YTpi' }), {
      status: 401,
      code: 'invalid_client',
      message: 'authorization must be Bearer',
      check: 'authorization-bearer',
      undocumented: ['status', 'message'],
    });
  });

  test.each([
    [null, 'authorization-bearer'],
    ['Bearer', 'assertion-not-empty'],
    ['Bearer ', 'assertion-not-empty'],
  ])('is refused when the assertion is missing: %s', async (authorization, check) => {
    await expectRefusal(await bench.exchange({ authorization }), {
      status: 401,
      code: 'invalid_client',
      message: 'verify jwt empty error',
      check,
      undocumented: ['status', 'code'],
    });
  });
});

describe('the header of the assertion', () => {
  test.each(['x', 'a.b', 'a.b.c', 'e30.W10.AA', 'e30.e30.', 'e30.e30.AA.AA', 'e30.e30.A*A', 'czs_abc'])(
    'is refused when the assertion is %s',
    async (jwt) => {
      await expectRefusal(await bench.exchange(bearer(jwt)), wrongJwt('assertion-parses', 'malformed'));
    },
  );

  test.each([undefined, null, 'none', 'HS256', 'RS512', 'rs256'])('is refused with alg %s', async (alg) => {
    await expectRefusal(await withHeader({ alg }), wrongJwt('alg', 'alg must be RS256'));
  });

  test.each([undefined, null, 'jwt', 'at+jwt'])('is refused with typ %s', async (typ) => {
    await expectRefusal(await withHeader({ typ }), wrongJwt('typ', 'typ must be JWT'));
  });

  test.each([undefined, null, 7, '', 'unknown', '__proto__'])('is refused with kid %s', async (unknown) => {
    await expectRefusal(await withHeader({ kid: unknown }), {
      status: 401,
      code: 'invalid_client',
      message: 'invalid jwt: kid not been registred',
      check: 'kid-registered',
      undocumented: [],
    });
  });
});

describe('the signature', () => {
  test('is refused when another key made it', async () => {
    const jwt = signJwt(bench.header(), bench.claims(), otherKeys.privateKey);
    await expectRefusal(await bench.exchange(bearer(jwt)), wrongJwt('signature', 'signature is invalid'));
  });

  test('is refused when the claims were changed after signing', async () => {
    const [header, , signature] = bench.assertion().split('.');
    const claims = Buffer.from(JSON.stringify(bench.claims())).toString('base64url');
    const jwt = `${header}.${claims}.${signature}`;
    await expectRefusal(await bench.exchange(bearer(jwt)), wrongJwt('signature', 'signature is invalid'));
  });
});

describe('the claims', () => {
  test.each([undefined, null, 1127900106117, normalClientId, ''])('are refused with iss %s', async (iss) => {
    await expectRefusal(await withClaims({ iss }), wrongJwt('iss', 'iss is not the app of this kid'));
  });

  test.each([
    undefined,
    null,
    'api.coze.cn',
    'api.coze.com',
    '127.0.0.1:1',
    'http://127.0.0.1',
    ['127.0.0.1'],
  ])('are refused with aud %s', async (aud) => {
    await expectRefusal(await withClaims({ aud }), wrongJwt('aud', 'aud is not this host'));
  });

  test.each([undefined, null, 1.5, '1767323045', true])('are refused with iat %s', async (iat) => {
    await expectRefusal(await withClaims({ iat }), wrongJwt('iat-integer', 'iat must be an integer'));
  });

  test.each([undefined, null, startTime + 0.5, '1767326645'])('are refused with exp %s', async (exp) => {
    await expectRefusal(await withClaims({ exp }), wrongJwt('exp-integer', 'exp must be an integer'));
  });

  test.each([0, -1])('are refused with exp %s s after iat', async (seconds) => {
    await expectRefusal(
      await withClaims({ exp: startTime + seconds }),
      wrongJwt('exp-after-iat', 'exp must be later than iat'),
    );
  });

  test('are refused from the second on in which they expire', async () => {
    const times = { iat: startTime - 60, exp: startTime };
    await expectRefusal(await withClaims(times), wrongJwt('not-expired', 'expired'));
    expect((await withClaims({ ...times, exp: startTime + 1 })).status).toBe(200);
  });

  test('are refused when iat lies more than 60 s ahead', async () => {
    expect((await withClaims({ iat: startTime + 60 })).status).toBe(200);
    await expectRefusal(
      await withClaims({ iat: startTime + 61 }),
      wrongJwt('iat-not-in-future', 'iat is in the future'),
    );
  });

  test.each([undefined, null, '', 7])('are refused with jti %s', async (jti) => {
    await expectRefusal(await withClaims({ jti }), wrongJwt('jti-present', 'jti is missing'));
  });

  test('are refused with a jti that was sent before, even in another assertion', async () => {
    expect((await withClaims({ jti: 'once' })).status).toBe(200);
    await expectRefusal(
      await withClaims({ jti: 'once', exp: startTime + 7 }),
      wrongJwt('jti-unused', 'jti has been used'),
    );
  });

  test('use up their jti when something after them is refused', async () => {
    const jwt = bench.assertion();
    const body = { grant_type: jwtBearer, duration_seconds: 0 };
    await expectRefusal(
      await bench.exchange({ ...bearer(jwt), body }),
      wrongParameter('duration', 'duration_seconds'),
    );
    await expectRefusal(await bench.exchange(bearer(jwt)), wrongJwt('jti-unused', 'jti has been used'));
  });
});

describe('what is asked for', () => {
  test.each([1, 900, 86_399])('may last %s s', async (seconds) => {
    const answer = await withBody({ duration_seconds: seconds });
    expect(await answer.json()).toMatchObject({ expires_in: startTime + seconds });
  });

  test.each([0, -1, 86_400, 1.5, '900', null, true])(
    'is refused with duration_seconds %j',
    async (seconds) => {
      await expectRefusal(
        await withBody({ duration_seconds: seconds }),
        wrongParameter('duration', 'duration_seconds'),
      );
    },
  );

  const permission = { account_permission: { permission_list: ['Connector.botChat'] } };

  test.each([
    [null],
    [permission],
    [{ ...permission, attribute_constraint: null }],
    [{ ...permission, attribute_constraint: { connector_bot_chat_attribute: null } }],
    [{ ...permission, attribute_constraint: { connector_bot_chat_attribute: { bot_id_list: ['1'] } } }],
    [{ ...permission, workspace_permission: { workspace_id_list: ['1'], permission_list: ['x'] } }],
    [{ account_permission: null, workflow_permission: { workflow_id_list: ['1'], permission_list: ['x'] } }],
  ])('may have the scope %j', async (scope) => {
    expect((await withBody({ scope })).status).toBe(200);
  });

  test.each([
    ['Connector.botChat'],
    [7],
    [[]],
    [{}],
    [{ account_permission: null }],
    [{ account_permission: ['Connector.botChat'] }],
    [{ account_permission: {} }],
    [{ account_permission: { permission_list: 'Connector.botChat' } }],
    [{ account_permission: { permission_list: [7] } }],
    [{ ...permission, attribute_constraint: [] }],
    [{ ...permission, attribute_constraint: { connector_bot_chat_attribute: { bot_id_list: [7] } } }],
    [{ ...permission, attribute_constraint: { connector_bot_chat_attribute: {} } }],
    [{ attribute_constraint: { connector_bot_chat_attribute: { bot_id_list: ['1'] } } }],
    [{ ...permission, workspace_permission: 'x' }],
  ])('is refused with the scope %j', async (scope) => {
    await expectRefusal(await withBody({ scope }), wrongParameter('scope', 'scope'));
  });
});

describe('faults of the app', () => {
  test('a deactivated app is named in the refusal', async () => {
    bench.practice.setFaults({ appDeactivated: true });
    await expectRefusal(await bench.exchange(), {
      status: 403,
      code: 'access_deny',
      message: 'app: 薄荷渠道 is currently deactivated by the owner',
      check: 'app-active',
      undocumented: ['status'],
    });
  });

  test('a channel app without its channel is refused, another app is not', async () => {
    bench.practice.setFaults({ channelUnbound: true });
    await expectRefusal(await bench.exchange(), {
      status: 403,
      code: 'access_deny',
      message: 'connector app should bind connector id',
      check: 'channel-bound',
      undocumented: ['status', 'code'],
    });
    const jwt = signJwt(
      { ...bench.header(), kid: 'a1b2VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-abcd' },
      { ...bench.claims(), iss: normalClientId },
    );
    expect((await bench.exchange(bearer(jwt))).status).toBe(200);
  });

  test('a removed key is not registered any more, and is again when the fault ends', async () => {
    bench.practice.setFaults({ keyRemoved: true });
    await expectRefusal(await bench.exchange(), {
      status: 401,
      code: 'invalid_client',
      message: 'invalid jwt: kid not been registred',
      check: 'kid-registered',
      undocumented: [],
    });
    bench.practice.setFaults({ keyRemoved: false });
    expect((await bench.exchange()).status).toBe(200);
  });

  test('an app registered again has its new keys only', async () => {
    const publicKeyPem = otherKeys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    bench.practice.registerApp({
      clientId,
      name: 'New',
      type: 'channel',
      keys: [{ kid: 'new-key', publicKeyPem }],
    });
    expect((await bench.exchange()).status).toBe(401);
    const jwt = signJwt({ ...bench.header(), kid: 'new-key' }, bench.claims(), otherKeys.privateKey);
    expect((await bench.exchange(bearer(jwt))).status).toBe(200);
  });
});

describe('the other token paths', () => {
  test.each([
    ['account', `account/${practiceWorld.accountId}/token`, 'account-known'],
    ['enterprise', `enterprise_id/${practiceWorld.enterpriseId}/token`, 'enterprise-known'],
  ])('give a token for the known %s', async (_, path, check) => {
    expect((await bench.exchange({ path })).status).toBe(200);
    expect(lastEntry().checks).toMatchObject(
      [...commonChecks, check].map((name) => ({ name, state: 'passed' })),
    );
  });

  test.each([
    ['account/1/token', 'account_id', 'account-known'],
    ['enterprise_id/volcano_1/token', 'enterprise_id', 'enterprise-known'],
  ])('refuse %s', async (path, parameter, check) => {
    await expectRefusal(await bench.exchange({ path }), wrongParameter(check, parameter));
  });
});
