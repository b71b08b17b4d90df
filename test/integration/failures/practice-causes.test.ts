import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient } from '../../../electron/http/client.ts';
import { exchangeAssertion } from '../../../electron/tokens/exchange.ts';
import type { Variant } from '../../../shared/coze/app.ts';
import type { CauseCode } from '../../../shared/coze/causes/cause.ts';
import type { CauseFacts } from '../../../shared/coze/causes/cause-facts.ts';
import { causesOf } from '../../../shared/coze/failure-causes.ts';
import { hostsOfRegion } from '../../../shared/coze/region.ts';
import type { Scope } from '../../../shared/coze/scope.ts';
import { type Problem, toProblem } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';
import {
  jwtBearer,
  kid,
  otherKeys,
  signJwt,
  startPracticeBench,
  startTime,
} from '../practice/practice-bench.ts';

const bench = startPracticeBench();
const now = epochMilliseconds(startTime * 1000);
const clock = { now: () => now };
const http = createHttpClient({ clock });
afterEach(http.close);

interface Sent {
  readonly header?: object;
  readonly claims?: object;
  readonly assertion?: string;
  readonly variant?: Variant;
  readonly scope?: Scope;
}

async function refusalOf({ header, claims, assertion, variant, scope }: Sent = {}): Promise<Problem> {
  const url = bench.practice.url() ?? '';
  return exchangeAssertion({
    http,
    clock,
    hosts: hostsOfRegion({ kind: 'custom', baseUrl: url }, null),
    variant: variant ?? { kind: 'channel' },
    assertion: assertion ?? signJwt({ ...bench.header(), ...header }, { ...bench.claims(), ...claims }),
    durationSeconds: 900,
    scope: scope ?? null,
    signal: new AbortController().signal,
  }).then(
    () => {
      throw new Error('the exchange succeeded');
    },
    (thrown: unknown) => toProblem(thrown),
  );
}

const facts = (kind: 'cn' | 'com' | 'practice', changes: Partial<CauseFacts> = {}): CauseFacts => ({
  region: { kind },
  variant: 'channel',
  kid,
  candidates: [kid],
  keyCreatedAt: null,
  clockOffsetMs: 0,
  now,
  ...changes,
});

const first = (problem: Problem, given: CauseFacts): CauseCode | null =>
  causesOf(problem, given)[0]?.code ?? null;

const wrong: readonly (readonly [what: string, sent: () => Sent, expected: CauseCode])[] = [
  [
    'an unknown kid',
    () => ({ header: { kid: 'a1b2VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-0000' } }),
    'other-region',
  ],
  ['no JWT at all', () => ({ assertion: '' }), 'header-stripped'],
  [
    'a key of another kid',
    () => ({ assertion: signJwt(bench.header(), bench.claims(), otherKeys.privateKey) }),
    'signature-key',
  ],
  ['another app’s id', () => ({ claims: { iss: '1127900106999' } }), 'iss-not-of-kid'],
  ['the host of the other region', () => ({ claims: { aud: 'api.coze.com' } }), 'audience'],
  [
    'an assertion of yesterday',
    () => ({ claims: { iat: startTime - 86_400, exp: startTime - 82_800 } }),
    'times-refused',
  ],
  [
    'an assertion of tomorrow',
    () => ({ claims: { iat: startTime + 86_400, exp: startTime + 90_000 } }),
    'times-refused',
  ],
  ['alg none', () => ({ header: { alg: 'none' } }), 'assertion-malformed'],
  ['another typ', () => ({ header: { typ: 'at+jwt' } }), 'assertion-malformed'],
  ['something that is no JWT', () => ({ assertion: 'abc' }), 'assertion-malformed'],
  ['times as text', () => ({ claims: { iat: 'now' } }), 'assertion-malformed'],
  ['no jti', () => ({ claims: { jti: '' } }), 'assertion-malformed'],
  [
    'a scope of another shape',
    () => ({ scope: { account_permission: 'all' } as unknown as Scope }),
    'scope-refused',
  ],
  ['an unknown account', () => ({ variant: { kind: 'cross-account', accountId: '1' } }), 'account-id'],
  ['an unknown enterprise', () => ({ variant: { kind: 'enterprise', enterpriseId: 'x' } }), 'enterprise-id'],
];

describe('what practice Coze refuses, as if it were coze.cn', () => {
  it.each(wrong)('%s leads to its cause', async (_, sent, expected) => {
    expect(first(await refusalOf(sent()), facts('cn'))).toBe(expected);
  });

  it('an assertion that is sent twice leads to its cause', async () => {
    const assertion = bench.assertion();
    const request = { authorization: `Bearer ${assertion}`, body: { grant_type: jwtBearer } };
    expect((await bench.exchange(request)).status).toBe(200);
    expect(first(await refusalOf({ assertion }), facts('cn'))).toBe('jti-used');
  });

  it.each([
    [{ appDeactivated: true }, 'app-deactivated'],
    [{ channelUnbound: true }, 'channel-not-bound'],
    [{ keyRemoved: true }, 'other-region'],
    [{ nextAnswers: { fault: { kind: 'html' }, times: 1 } }, 'captive-portal'],
    [{ nextAnswers: { fault: { kind: 'rate-limited' }, times: 1 } }, 'rate-limited'],
    [{ nextAnswers: { fault: { kind: 'drop' }, times: 1 } }, 'connection-cut'],
    [{ nextAnswers: { fault: { kind: 'cut' }, times: 1 } }, 'connection-cut'],
  ] as const)('the fault %j leads to %s', async (faults, expected) => {
    bench.practice.setFaults(faults);
    expect(first(await refusalOf(), facts('cn'))).toBe(expected);
  });

  it('a clock that is two hours behind leads to the clock, read from the refusal’s own Date', async () => {
    bench.practice.setFaults({ clockOffsetSeconds: 7200 });
    const problem = await refusalOf();
    expect(causesOf(problem, facts('cn'))[0]).toMatchObject({
      code: 'clock-behind',
      remedy: 'use-server-clock',
    });
  });

  it('a clock that is two hours ahead leads to the clock', async () => {
    bench.practice.setFaults({ clockOffsetSeconds: -7200 });
    expect(first(await refusalOf(), facts('cn'))).toBe('clock-ahead');
  });
});

describe('what practice Coze refuses, in its own region', () => {
  it.each([
    [{ appDeactivated: true }, 'practice-fault'],
    [{ channelUnbound: true }, 'practice-fault'],
    [{ keyRemoved: true }, 'practice-key-unknown'],
    [{ clockOffsetSeconds: 7200 }, 'clock-behind'],
    [{ nextAnswers: { fault: { kind: 'html' }, times: 1 } }, 'practice-fault'],
    [{ nextAnswers: { fault: { kind: 'server-error' }, times: 1 } }, 'practice-fault'],
    [{ nextAnswers: { fault: { kind: 'rate-limited' }, times: 1 } }, 'practice-fault'],
    [{ nextAnswers: { fault: { kind: 'drop' }, times: 1 } }, 'practice-fault'],
    [{ nextAnswers: { fault: { kind: 'cut' }, times: 1 } }, 'practice-fault'],
  ] as const)('the fault %j leads to %s', async (faults, expected) => {
    bench.practice.setFaults(faults);
    expect(first(await refusalOf(), facts('practice'))).toBe(expected);
  });
});
