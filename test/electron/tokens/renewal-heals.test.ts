import { describe, expect, it } from 'vitest';
import { healsByItself } from '../../../electron/tokens/renewal-heals.ts';
import { readExchangeAnswer } from '../../../shared/coze/exchange-answer.ts';
import { type Problem, ProblemError, toProblem } from '../../../shared/problem.ts';
import { epochMilliseconds, epochSeconds } from '../../../shared/time.ts';

/** What the token endpoint's answer is taken for. */
function problemOf(status: number, body: unknown): Problem {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const given = { status, headers: [], body: text, at: epochMilliseconds(0) };
  try {
    readExchangeAnswer(given, {
      now: epochSeconds(1_750_000_000),
      canSwitchRegion: true,
    });
  } catch (thrown) {
    return toProblem(thrown);
  }
  throw new Error('expected a problem');
}

const refusal = (error_code: string, error_message: string) => ({ error_code, error_message });

describe('a mint that failed', () => {
  it.each([
    ['http/unreachable', true],
    ['http/tls', true],
    ['http/timeout', true],
    ['http/reset', true],
    ['http/redirected', true],
    ['keychain/locked', true],
    ['keychain/timeout', true],
    ['keychain/denied', false],
    ['keychain/unavailable', false],
    ['keychain/corrupt', false],
    ['keychain/not-found', false],
    ['key/not-found', false],
    ['app/no-key', false],
    ['app/not-found', false],
    ['app/region-invalid', false],
    ['token/app-changed', false],
    ['mint/duration-invalid', false],
    ['internal', false],
  ] as const)('with %s heals by itself: %s', (code, heals) => {
    expect(healsByItself(new ProblemError(code).problem)).toBe(heals);
  });

  it.each([
    [401, refusal('invalid_client', 'invalid jwt: kid not been registred'), false],
    [401, refusal('invalid_client', 'something else'), false],
    [403, refusal('access_deny', 'app: x is currently deactivated by the owner'), false],
    [400, refusal('invalid_request', 'connector app should bind connector id'), false],
    [400, refusal('invalid_request', 'invalid request: scope'), false],
    [500, refusal('internal_error', 'Service internal error.'), true],
    [200, refusal('internal_error', 'Service internal error.'), true],
    [503, refusal('who_knows', 'x'), true],
    [400, refusal('who_knows', 'x'), false],
    [429, { code: 4020, msg: 'rpm' }, true],
    [200, { code: 4009, msg: 'busy' }, true],
    [200, { code: 4101, msg: 'no' }, false],
    [502, '<html>', true],
    [200, '<html>', false],
    [429, '', true],
    [408, '', true],
  ])('by an answer %i %j heals by itself: %s', (status, body, heals) => {
    expect(healsByItself(problemOf(status, body))).toBe(heals);
  });
});
