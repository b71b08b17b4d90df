import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CauseCode } from '../../../shared/coze/causes/cause.ts';
import { type CauseFacts, causeFactsOf } from '../../../shared/coze/causes/cause-facts.ts';
import { readExchangeAnswer } from '../../../shared/coze/exchange-answer.ts';
import { causesOf } from '../../../shared/coze/failure-causes.ts';
import type { Faults } from '../../../shared/practice-fault-schema.ts';
import { noFaults } from '../../../shared/practice-faults.ts';
import { type Problem, type ProblemCode, problemCodes, toProblem } from '../../../shared/problem.ts';
import { epochMilliseconds, epochSeconds } from '../../../shared/time.ts';

const now = epochMilliseconds(1_750_000_000_000);
const kid = '_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4';
const otherKid = 'a1b2VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-abcd';

const cn: CauseFacts = {
  region: { kind: 'cn' },
  variant: 'channel',
  kid,
  candidates: [],
  keyCreatedAt: null,
  clockOffsetMs: 0,
  now,
};
const com: CauseFacts = { ...cn, region: { kind: 'com' } };
const practice: CauseFacts = { ...cn, region: { kind: 'practice' } };
const custom: CauseFacts = { ...cn, region: { kind: 'custom', baseUrl: 'https://coze.example.com' } };
const kinds = { cn, com, practice, custom };
const hosts = {
  cn: 'api.coze.cn',
  com: 'api.coze.com',
  practice: '127.0.0.1:8788',
  custom: 'coze.example.com',
};

function answered(status: number, body: unknown, date = 'Sun, 15 Jun 2025 15:06:40 GMT'): Problem {
  try {
    readExchangeAnswer(
      {
        status,
        headers: [['Date', date]],
        body: typeof body === 'string' ? body : JSON.stringify(body),
        at: now,
      },
      { now: epochSeconds(1_750_000_000), canSwitchRegion: true },
    );
  } catch (thrown) {
    return toProblem(thrown);
  }
  throw new Error('the answer was accepted');
}

const refused = (code: string, message: string, status = 401) =>
  answered(status, { error_code: code, error_message: message, error: code });

const failed = (code: ProblemCode, params: Problem['params'] = {}): Problem => ({
  code,
  params: { host: 'api.coze.cn', ...params },
  remedies: [],
  server: null,
});

const first = (problem: Problem, facts: CauseFacts) => causesOf(problem, facts)[0]?.code ?? null;
const codes = (problem: Problem, facts: CauseFacts) => causesOf(problem, facts).map(({ code }) => code);

const kidUnknown = refused('invalid_client', 'invalid jwt: kid not been registred');
const page = '<!DOCTYPE html><html><title>Sign in</title></html>';

type FirstCauses = readonly [
  cn: string | null,
  com: string | null,
  practice: string | null,
  custom: string | null,
];
const all = (code: string | null): FirstCauses => [code, code, code, code];

const refusals: readonly (readonly [code: string, message: string, expected: FirstCauses])[] = [
  [
    'invalid_client',
    'invalid jwt: kid not been registred',
    ['other-region', 'other-region', 'practice-key-unknown', 'base-url'],
  ],
  ['invalid_client', 'verify jwt empty error', all('header-stripped')],
  [
    'access_deny',
    'app: 店铺 is currently deactivated by the owner',
    ['app-deactivated', 'app-deactivated', 'practice-fault', 'app-deactivated'],
  ],
  [
    'invalid_request',
    'connector app should bind connector id',
    ['channel-not-bound', 'channel-not-bound', 'practice-fault', 'channel-not-bound'],
  ],
  ['access_deny', 'invalid app type', all('variant-plain')],
  ['access_deny', 'login session invalid', all('login-session')],
  ['access_deny', 'permission is not granted: Connector.botChat', all('scope-refused')],
  ['access_deny', 'something that nobody has seen', all(null)],
  [
    'unsupported_grant_type',
    'not supported grant type: urn:ietf:params:oauth:grant-type:jwt-bearer',
    ['client-type', 'client-type', 'request-changed', 'base-url'],
  ],
  ['invalid_request', 'invalid request: duration_seconds', all('duration-refused')],
  ['invalid_request', 'invalid request: scope', all('scope-refused')],
  ['invalid_request', 'invalid request: bot_id_list', all('scope-refused')],
  ['invalid_request', 'invalid request: account_id', all('account-id')],
  ['invalid_request', 'invalid request: enterprise_id', all('enterprise-id')],
  ['invalid_request', 'invalid request: client_secret', all('client-type')],
  ['invalid_request', 'invalid request: grant_type', all('request-changed')],
  ['invalid_request', 'invalid request: body', all('request-changed')],
  ['invalid_request', 'invalid request: shoe_size', all('parameter-refused')],
  [
    'internal_error',
    'Service internal error.',
    ['coze-internal', 'coze-internal', 'practice-fault', 'coze-internal'],
  ],
  ['invalid_client', 'authorization must be Bearer', all('header-stripped')],
  ['invalid_client', 'invalid jwt: jti is missing', all('assertion-malformed')],
  ['invalid_client', 'invalid jwt: signature is invalid', all('signature-key')],
  ['invalid_client', 'invalid jwt: aud is not this host', all('audience')],
  ['invalid_client', 'invalid jwt: token is expired', all('times-refused')],
  ['invalid_client', 'invalid jwt: iat is in the future', all('times-refused')],
  ['invalid_client', 'invalid jwt: iss is not the app of this kid', all('iss-not-of-kid')],
  ['invalid_client', 'invalid jwt: jti has been used', all('jti-used')],
  ['invalid_client', 'invalid jwt: alg must be RS256', all('assertion-malformed')],
  [
    'invalid_client',
    'client authentication failed',
    ['other-region', 'other-region', 'signature-key', 'base-url'],
  ],
  ['teapot', 'short and stout', all(null)],
];

describe('what the token endpoint refuses', () => {
  it.each(refusals)('%s "%s" is explained for every kind of app', (code, message, expected) => {
    const problem = refused(code, message);
    expect(Object.values(kinds).map((facts) => first(problem, facts))).toEqual(expected);
  });

  it.each([
    ['cross-account', 'invalid app type', 'variant-cross-account'],
    ['enterprise', 'invalid app type', 'variant-enterprise'],
    ['developer', 'invalid app type', 'variant-plain'],
    ['cross-account', 'login session invalid', 'consent-missing'],
    ['developer', 'permission is not granted: Connector.botChat', 'scope-only-channel'],
  ] as const)('a %s app with "%s" has its own first cause', (variant, message, expected) => {
    expect(first(refused('access_deny', message, 403), { ...cn, variant })).toBe(expected);
  });

  it('offers to set the app as a channel app when Coze takes it for one', () => {
    const unbound = refused('invalid_request', 'connector app should bind connector id');
    expect(codes(unbound, { ...cn, variant: 'developer' })).toEqual([
      'channel-not-bound',
      'not-set-as-channel',
    ]);
  });
});

describe('a kid that is not registered', () => {
  it('names the other region with a button', () => {
    expect(causesOf(kidUnknown, com)[0]).toStrictEqual({
      code: 'other-region',
      params: { here: 'com', other: 'cn' },
      remedy: 'switch-region',
    });
  });

  it('names the host of a custom base URL', () => {
    expect(causesOf(kidUnknown, custom)[0]?.params).toStrictEqual({ host: 'coze.example.com' });
  });

  it('is first of all no kid when it is an app id, or not of a fingerprint’s length', () => {
    expect(first(kidUnknown, { ...com, kid: '1127900106117' })).toBe('kid-is-app-id');
    expect(causesOf(kidUnknown, { ...com, kid: kid.slice(1) })[0]).toMatchObject({
      code: 'kid-odd',
      params: { length: 42 },
    });
  });

  it('may be a key that Coze’s servers do not know yet, first for cn and second for com', () => {
    const keyCreatedAt = epochSeconds(1_750_000_000 - 20);
    expect(codes(kidUnknown, { ...cn, keyCreatedAt }).slice(0, 2)).toEqual(['key-new', 'other-region']);
    expect(codes(kidUnknown, { ...com, keyCreatedAt }).slice(0, 2)).toEqual(['other-region', 'key-new']);
    expect(causesOf(kidUnknown, { ...cn, keyCreatedAt })[0]).toStrictEqual({
      code: 'key-new',
      params: { age: 20, seconds: 10 },
      remedy: 'mint-later',
    });
  });

  it.each([-5, 121, 86_400])('is not blamed on a new key when the key is %d s old', (age) => {
    const keyCreatedAt = epochSeconds(1_750_000_000 - age);
    expect(codes(kidUnknown, { ...cn, keyCreatedAt })).not.toContain('key-new');
  });

  it('is compared with the fingerprint candidates: a match rules the kid out, a mismatch proves nothing', () => {
    expect(codes(kidUnknown, { ...cn, candidates: [otherKid, kid] })).toEqual([
      'other-region',
      'key-removed',
    ]);
    expect(codes(kidUnknown, { ...cn, candidates: [otherKid] })).toEqual([
      'other-region',
      'kid-unmatched',
      'key-removed',
    ]);
    expect(codes(kidUnknown, cn)).toEqual(['other-region', 'kid-mistyped', 'key-removed']);
  });

  it('has nothing to do with the clock, because Coze says what it is', () => {
    expect(codes(kidUnknown, { ...cn, clockOffsetMs: 3_600_000 })).not.toContain('clock-behind');
  });
});

describe('the clock', () => {
  const unclear = refused('invalid_client', 'client authentication failed');
  const expired = refused('invalid_client', 'invalid jwt: expired');
  const withoutDate = (problem: Problem): Problem => ({
    ...problem,
    server: problem.server && { ...problem.server, serverTime: null },
  });

  it.each([
    [unclear, 300_000, 'clock-behind', 300],
    [unclear, -300_000, 'clock-ahead', 300],
    [expired, -7_200_000, 'clock-ahead', 7200],
  ])(
    'comes first when it is known to be off by more than a minute',
    (problem, clockOffsetMs, code, seconds) => {
      expect(causesOf(withoutDate(problem), { ...cn, clockOffsetMs })[0]).toStrictEqual({
        code,
        params: { seconds },
        remedy: 'use-server-clock',
      });
    },
  );

  it('is not suspected within a minute', () => {
    expect(first(withoutDate(unclear), { ...cn, clockOffsetMs: 59_000 })).toBe('other-region');
    expect(first(withoutDate(expired), { ...cn, clockOffsetMs: 59_000 })).toBe('times-refused');
  });

  it('is judged by the failed answer itself rather than by what was learned before', () => {
    const hourAhead = answered(
      401,
      { error_code: 'invalid_client', error_message: 'invalid jwt: iat is in the future' },
      'Sun, 15 Jun 2025 14:06:40 GMT',
    );
    expect(causesOf(hourAhead, cn)[0]).toMatchObject({ code: 'clock-ahead', params: { seconds: 3600 } });
    expect(first(unclear, { ...cn, clockOffsetMs: 3_600_000 })).toBe('other-region');
  });

  it('is suspected when a certificate has expired or is not valid yet', () => {
    const facts = { ...cn, clockOffsetMs: -86_400_000 };
    expect(codes(failed('http/tls', { reason: 'CERT_HAS_EXPIRED' }), facts)).toEqual([
      'clock-ahead',
      'certificate-expired',
    ]);
    expect(
      first(failed('http/tls', { reason: 'CERT_NOT_YET_VALID' }), { ...cn, clockOffsetMs: 86_400_000 }),
    ).toBe('clock-behind');
  });
});

const unexpected: readonly (readonly [what: string, status: number, body: string, expected: FirstCauses])[] =
  [
    ['a page with 200', 200, page, ['captive-portal', 'captive-portal', 'practice-fault', 'not-the-api']],
    ['a page with 401', 401, page, ['proxy-login', 'proxy-login', 'practice-fault', 'not-the-api']],
    ['a page with 407', 407, page, ['proxy-login', 'proxy-login', 'practice-fault', 'not-the-api']],
    ['a page with 403', 403, page, ['gateway-blocks', 'gateway-blocks', 'practice-fault', 'gateway-blocks']],
    ['a page with 502', 502, page, ['gateway-down', 'gateway-down', 'practice-fault', 'gateway-down']],
    ['a page with 404', 404, page, [null, null, 'practice-fault', 'base-url']],
    [
      '429',
      429,
      '{"message":"slow down"}',
      ['rate-limited', 'rate-limited', 'practice-fault', 'rate-limited'],
    ],
    [
      'a busy API',
      200,
      '{"code":5000,"msg":"busy"}',
      ['coze-internal', 'coze-internal', 'practice-fault', 'coze-internal'],
    ],
    ['an API of another kind', 200, '{"code":4100,"msg":"no"}', [null, null, 'practice-fault', 'base-url']],
    [
      'a self-hosted Studio',
      200,
      '{"code":700012006,"msg":"no session"}',
      [null, null, 'practice-fault', 'self-hosted'],
    ],
    ['nothing', 200, '', ['answer-changed', 'answer-changed', 'practice-fault', 'base-url']],
    [
      'half an answer',
      200,
      '{"access_tok',
      ['answer-changed', 'answer-changed', 'practice-fault', 'base-url'],
    ],
    ['a token without a life', 200, '{"access_token":"czs_abcdefgh"}', all(null)],
  ];

it.each(unexpected)(
  '%s in place of a token is explained for every kind of app',
  (_, status, body, expected) => {
    const problem = answered(status, body);
    expect(Object.values(kinds).map((facts) => first(problem, facts))).toEqual(expected);
  },
);

const network: readonly (readonly [ProblemCode, Problem['params'], FirstCauses])[] = [
  ['http/unreachable', { reason: 'dns' }, ['offline', 'offline', 'host-mistyped', 'host-mistyped']],
  [
    'http/unreachable',
    { reason: 'refused' },
    ['firewall', 'firewall', 'practice-stopped', 'server-not-listening'],
  ],
  ['http/unreachable', { reason: 'network' }, all('offline')],
  ['http/unreachable', { reason: 'proxy-refused' }, all('proxy-refused')],
  ['http/unreachable', { reason: 'proxy-dns' }, all('proxy-dns')],
  ['http/unreachable', { reason: 'proxy-answer', proxyStatus: 407 }, all('proxy-login')],
  ['http/unreachable', { reason: 'proxy-answer', proxyStatus: 403 }, all('proxy-blocks')],
  ['http/unreachable', { reason: 'proxy-answer', proxyStatus: 502 }, all('proxy-down')],
  ['http/unreachable', { reason: 'proxy-kind' }, all('proxy-kind')],
  ['http/tls', { reason: 'SELF_SIGNED_CERT_IN_CHAIN' }, all('tls-interception')],
  ['http/tls', { reason: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, all('tls-interception')],
  ['http/tls', { reason: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }, all('tls-interception')],
  [
    'http/tls',
    { reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    ['tls-interception', 'tls-interception', 'certificate-own', 'certificate-own'],
  ],
  ['http/tls', { reason: 'CERT_HAS_EXPIRED' }, all('certificate-expired')],
  ['http/tls', { reason: 'CERT_NOT_YET_VALID' }, all('certificate-early')],
  [
    'http/tls',
    { reason: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    ['captive-portal', 'captive-portal', 'certificate-other-host', 'certificate-other-host'],
  ],
  [
    'http/tls',
    { reason: 'ERR_SSL_WRONG_VERSION_NUMBER' },
    ['tls-interception', 'tls-interception', 'not-tls', 'not-tls'],
  ],
  ['http/tls', { reason: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' }, all('tls-version')],
  ['http/tls', { reason: 'ERR_TLS_SOMETHING_NEW' }, all(null)],
  ['http/timeout', { phase: 'connect' }, ['firewall', 'firewall', 'practice-fault', 'firewall']],
  ['http/timeout', { phase: 'answer' }, ['server-slow', 'server-slow', 'practice-fault', 'server-slow']],
  [
    'http/reset',
    { phase: 'answer' },
    ['connection-cut', 'connection-cut', 'practice-fault', 'connection-cut'],
  ],
  [
    'http/redirected',
    { to: 'https://login.example.com' },
    ['redirect-login', 'redirect-login', 'redirect-elsewhere', 'redirect-elsewhere'],
  ],
  ['keychain/unavailable', {}, all('keychain-not-running')],
  ['keychain/locked', {}, all('keychain-locked')],
  ['keychain/denied', {}, all('keychain-policy')],
  ['keychain/timeout', {}, all('keychain-prompt')],
  ['keychain/not-found', {}, all('keychain-earlier-run')],
  ['keychain/corrupt', {}, all('keychain-partial')],
  ['cancelled', {}, all(null)],
  ['key/not-rsa', { type: 'ec' }, all(null)],
];

it.each(network)('%s %j is explained for every kind of app', (code, params, expected) => {
  const firsts = (['cn', 'com', 'practice', 'custom'] as const).map((kind) => {
    const asked = code === 'http/redirected' ? { from: `https://${hosts[kind]}` } : {};
    return first(failed(code, { host: hosts[kind], ...asked, ...params }), kinds[kind]);
  });
  expect(firsts).toEqual(expected);
});

describe('a failed request to a host that is not of the region', () => {
  const spoken =
    /practice|base-url|host-mistyped|server-not|certificate-other|^not-tls|redirect-(?:login|else)/;
  const ofTheApp = ['edit-app', 'switch-region', 'edit-scope', 'end-practice-faults'];
  const cases: readonly (readonly [ProblemCode, Problem['params'], CauseCode | null])[] = [
    ['http/unreachable', { reason: 'dns' }, 'address-mistyped'],
    ['http/unreachable', { reason: 'refused' }, 'address-closed'],
    ['http/tls', { reason: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'address-other-host'],
    ['http/tls', { reason: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'address-not-tls'],
    ['http/tls', { reason: 'CERT_HAS_EXPIRED' }, 'certificate-expired'],
    ['http/timeout', { phase: 'answer' }, 'server-slow'],
    ['http/reset', { phase: 'body' }, 'connection-cut'],
    ['http/not-http', { phase: 'answer' }, null],
    ['http/content-encoding', {}, null],
    ['exchange/rate-limited', { seconds: 1 }, 'rate-limited'],
    ['http/redirected', { reason: 'origin', to: 'https://b.example' }, 'address-moved'],
    ['http/redirected', { reason: 'too-many', to: 'https://other.example' }, 'redirect-loop'],
  ];

  it.each(cases)('%s %j is not explained by the app', (code, params, expected) => {
    const { host: _, ...asked } = failed(code, { ...params, from: 'https://other.example' }).params;
    const there = code === 'http/redirected' ? asked : { ...asked, host: 'other.example' };
    const problem: Problem = { code, params: there, remedies: [], server: null };
    for (const facts of Object.values(kinds)) {
      const known = { ...facts, clockOffsetMs: 0, practiceUrl: 'http://127.0.0.1:8788' };
      const causes = causesOf(problem, known);
      expect(causes[0]?.code ?? null).toBe(expected);
      expect(
        causes.filter(({ code, remedy }) => spoken.test(code) || ofTheApp.includes(String(remedy))),
      ).toEqual([]);
    }
  });

  it('on loopback is not practice Coze where that listens elsewhere or the host is not its', () => {
    const reset = failed('http/reset', { host: '127.0.0.1:9' });
    expect(first(reset, { ...practice, practiceUrl: 'http://127.0.0.1:8788' })).toBe('connection-cut');
    expect(first(reset, { ...practice, practiceUrl: null })).toBe('practice-fault');
    expect(first(failed('http/reset', { host: 'a.example' }), { ...practice, practiceUrl: null })).toBe(
      'connection-cut',
    );
  });

  it('does not learn of its certificate from a clock that practice Coze was given', () => {
    const expired = failed('http/tls', { host: 'a.example', reason: 'CERT_HAS_EXPIRED' });
    expect(first(expired, { ...practice, clockOffsetMs: -7_200_000 })).toBe('certificate-expired');
  });
});

it.each([
  ['http/not-http', ['answer-changed', 'answer-changed', 'practice-fault', 'answer-changed']],
  ['http/content-encoding', ['answer-changed', 'answer-changed', 'practice-fault', 'answer-changed']],
] as const)('%s of the region is explained', (code, expected) => {
  const firsts = (['cn', 'com', 'practice', 'custom'] as const).map((kind) =>
    first(failed(code, { host: hosts[kind] }), kinds[kind]),
  );
  expect(firsts).toEqual(expected);
});

it('does not advise a proxy where one is used', () => {
  const dns = failed('http/unreachable', { reason: 'dns' });
  expect(codes(dns, cn)).toContain('proxy-needed');
  expect(codes(dns, { ...cn, proxy: true })).not.toContain('proxy-needed');
});

it('does not advise a proxy where the failure names one', () => {
  const late = failed('http/timeout', { phase: 'connect', proxy: 'http://p:1', proxySource: 'own' });
  expect(codes(late, cn)).toEqual(['firewall', 'offline']);
});

it.each(['own', 'system', 'environment'])('says that what names the proxy is: %s', (proxySource) => {
  const proxy = 'http://127.0.0.1:9';
  const refusedThere = failed('http/unreachable', { reason: 'proxy-refused', proxy, proxySource });
  expect(causesOf(refusedThere, cn)).toStrictEqual([
    { code: 'proxy-refused', params: { proxy, proxySource }, remedy: 'edit-proxy' },
  ]);
});

it('takes its facts from the app and the key that signs', () => {
  const key = { kid, fingerprints: { spki: 'a', jwkThumbprint: 'b', pkcs1: 'c' }, createdAt: 1_750_000_000 };
  const app = { region: { kind: 'cn' }, variant: { kind: 'cross-account', accountId: '7' } } as const;
  const clock = { now, clockOffsetMs: 5 };
  expect(causeFactsOf(app, key, clock)).toStrictEqual({
    region: { kind: 'cn' },
    variant: 'cross-account',
    kid,
    candidates: ['a', 'b', 'c'],
    keyCreatedAt: 1_750_000_000,
    clockOffsetMs: 5,
    now,
  });
  expect(causeFactsOf(app, null, clock)).toMatchObject({ kid: null, candidates: [], keyCreatedAt: null });
});

it('never throws, whatever the server answered and whatever is known of the app', () => {
  const facts = fc.record({
    region: fc.constantFrom<CauseFacts['region']>(
      { kind: 'cn' },
      { kind: 'com' },
      { kind: 'practice' },
      { kind: 'custom', baseUrl: 'not a url' },
      { kind: 'custom', baseUrl: 'https://coze.example.com' },
    ),
    variant: fc.constantFrom('developer', 'channel', 'cross-account', 'enterprise' as const),
    kid: fc.option(fc.string()),
    candidates: fc.array(fc.string()),
    keyCreatedAt: fc.option(fc.integer().map(epochSeconds)),
    clockOffsetMs: fc.oneof(fc.double(), fc.integer()),
    now: fc.nat().map(epochMilliseconds),
  }) as fc.Arbitrary<CauseFacts>;
  const refusal = fc
    .tuple(fc.constantFrom('invalid_client', 'invalid_request', 'access_deny', 'x'), fc.string())
    .map(([code, text]) => JSON.stringify({ error_code: code, error_message: text }));
  const body = fc.oneof(fc.string(), fc.json(), refusal);
  const anyProblem = fc.record({
    code: fc.constantFrom(...problemCodes),
    params: fc.dictionary(fc.constantFrom('kind', 'reason', 'phase', 'host'), fc.string()),
    remedies: fc.constant([]),
    server: fc.constant(null),
  });
  const fromServer = fc.tuple(body, fc.integer({ min: 100, max: 599 })).map(([text, status]) => {
    try {
      return answered(status, text);
    } catch {
      return failed('internal');
    }
  });
  fc.assert(
    fc.property(fc.oneof(anyProblem, fromServer), facts, (problem, given) => {
      expect(Array.isArray(causesOf(problem, given))).toBe(true);
    }),
  );
});

describe('practice Coze, when its faults are known', () => {
  const known = (changes: Partial<Faults>): CauseFacts => ({
    ...practice,
    practiceFaults: { ...noFaults, ...changes },
  });
  const oneMore = { fault: { kind: 'drop' }, times: 1 } as const;

  it('says that the keys were removed on purpose only while that fault is on', () => {
    expect(codes(kidUnknown, known({ keyRemoved: true }))).toEqual(['practice-fault']);
    expect(first(kidUnknown, known({}))).toBe('practice-key-unknown');
    expect(first(kidUnknown, practice)).toBe('practice-key-unknown');
  });

  it.each([
    ['http/reset', failed('http/reset', { host: hosts.practice })],
    ['http/timeout', failed('http/timeout', { host: hosts.practice, phase: 'answer' })],
    ['a page', answered(200, page)],
    ['an internal error', refused('internal_error', 'Service internal error.', 500)],
  ])('tells a fault that is used up from one that is on: %s', (_, problem) => {
    expect(causesOf(problem, known({}))).toEqual([
      { code: 'practice-fault-spent', params: {}, remedy: 'retry' },
    ]);
    expect(codes(problem, known({ nextAnswers: oneMore }))).toEqual(['practice-fault']);
  });

  it('offers both after a rate limit: to wait, and what is to be done about the fault', () => {
    const limited = answered(429, '{"code":4020,"msg":"rpm"}');
    expect(codes(limited, known({}))).toEqual(['practice-fault-spent', 'rate-limited']);
    expect(codes(limited, known({ nextAnswers: oneMore }))).toEqual(['practice-fault', 'rate-limited']);
  });

  it('names the clock and that it was set wrong on purpose', () => {
    const early = refused('invalid_client', 'invalid jwt: iat is in the future');
    const facts = { ...known({ clockOffsetSeconds: -600 }), clockOffsetMs: -600_000 };
    expect(codes({ ...early, server: null }, facts)).toEqual(['clock-ahead', 'practice-fault']);
    expect(codes({ ...early, server: null }, { ...facts, practiceFaults: noFaults })).toEqual([
      'clock-ahead',
    ]);
  });
});
