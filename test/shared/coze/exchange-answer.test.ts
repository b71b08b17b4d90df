import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExchangeAnswer, serverWords } from '../../../shared/coze/exchange-answer.ts';
import { ProblemError, toProblem } from '../../../shared/problem.ts';
import { epochMilliseconds, epochSeconds } from '../../../shared/time.ts';

const now = epochSeconds(1_750_000_000);
const at = epochMilliseconds(1_750_000_000_000);
const token = 'czs_RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6RiQJX3cSXSguIhFDzgy';

function read(body: string, status = 200, canSwitchRegion = true) {
  const headers = [
    ['Content-Type', 'application/json'],
    ['X-Tt-Logid', '20250615ABC'],
    ['Date', 'Sun, 15 Jun 2025 15:06:40 GMT'],
  ] as const;
  return readExchangeAnswer({ status, headers, body, at }, { now, canSwitchRegion });
}

function problemOf(body: string, status = 200, canSwitchRegion = true) {
  try {
    read(body, status, canSwitchRegion);
  } catch (thrown) {
    return toProblem(thrown);
  }
  throw new Error('the answer was accepted');
}

describe('readExchangeAnswer', () => {
  it('takes expires_in as a point in time', () => {
    expect(read(JSON.stringify({ access_token: token, expires_in: 1_750_000_900 }))).toStrictEqual({
      accessToken: token,
      expiresAt: 1_750_000_900,
      logId: '20250615ABC',
      notes: [],
    });
  });

  it('takes a small expires_in as seconds from now and notes it', () => {
    expect(read(JSON.stringify({ access_token: token, expires_in: 900 }))).toMatchObject({
      expiresAt: 1_750_000_900,
      notes: ['expires-relative'],
    });
  });

  it.each([
    [
      401,
      'invalid_client',
      'invalid jwt: kid not been registred',
      'kid-not-registered',
      ['switch-region', 'edit-app', 'mint-again'],
    ],
    [401, 'invalid_client', 'verify jwt empty error', 'jwt-empty', ['mint-again']],
    [
      403,
      'access_deny',
      'app: 店铺 is currently deactivated by the owner',
      'app-deactivated',
      ['mint-again', 'edit-app'],
    ],
    [
      400,
      'invalid_request',
      'connector app should bind connector id',
      'channel-not-bound',
      ['mint-again', 'edit-app'],
    ],
    [403, 'access_deny', 'invalid app type', 'invalid-app-type', ['edit-app']],
    [403, 'access_deny', 'login session invalid', 'login-session', []],
    [400, 'unsupported_grant_type', 'not supported grant type: x', 'grant-type', []],
    [400, 'invalid_request', 'invalid request: duration_seconds', 'parameter', ['edit-app']],
    [500, 'internal_error', 'Service internal error.', 'internal', ['mint-again']],
    [401, 'invalid_client', 'something new', 'client-invalid', ['switch-region', 'edit-app']],
    [418, 'brand_new', 'something new', 'unknown', []],
    [200, 'invalid_client', 'verify jwt empty error', 'jwt-empty', ['mint-again']],
  ])('names the refusal %d %s "%s"', (status, errorCode, errorMessage, kind, remedies) => {
    const body = JSON.stringify({ error_code: errorCode, error_message: errorMessage, error: errorCode });
    expect(problemOf(body, status)).toStrictEqual({
      code: 'exchange/refused',
      params: { kind, errorCode, errorMessage },
      remedies,
      server: {
        status,
        logId: '20250615ABC',
        contentType: 'application/json',
        at: 1_750_000_000_000,
        serverTime: 1_750_000_000_000,
        body,
      },
    });
  });

  it('reads the field names of RFC 6749 as well', () => {
    expect(
      problemOf('{"error":"invalid_client","error_description":"verify jwt empty error"}', 401).params,
    ).toMatchObject({
      kind: 'jwt-empty',
    });
  });

  it.each([
    ['', null],
    ['yesterday', null],
    ['Thu, 01 Jan 1970 00:00:00 GMT', null],
    ['Sun, 15 Jun 2025 17:06:40 GMT', 1_750_007_200_000],
  ])("keeps the server's time of a Date header %j", (date, serverTime) => {
    const answer = { status: 500, headers: [['date', date]] as const, body: '', at };
    expect(serverWords(answer)).toMatchObject({ at: 1_750_000_000_000, serverTime });
  });

  it('offers another region only where there is one', () => {
    const body = '{"error_code":"invalid_client","error_message":"invalid jwt: kid not been registred"}';
    expect(problemOf(body, 401, false).remedies).toStrictEqual(['edit-app', 'mint-again']);
  });

  it.each([
    ['', 200, 'empty'],
    [' \n', 502, 'empty'],
    ['<!DOCTYPE html><p>login</p>', 200, 'html'],
    ['<html></html>', 502, 'html'],
    ['Bad gateway', 502, 'not-json'],
    ['{"access_token":"czs_', 200, 'not-json'],
    ['[]', 200, 'not-object'],
    ['null', 200, 'not-object'],
    ['"czs_x"', 200, 'not-object'],
    ['{"code":4100,"msg":"authentication is invalid"}', 200, 'envelope-error'],
    ['{"message":"no"}', 404, 'status'],
    ['{}', 200, 'token-missing'],
    ['{"access_token":7,"expires_in":1750000900}', 200, 'token-missing'],
    ['{"access_token":"a\\r\\nb","expires_in":1750000900}', 200, 'token-malformed'],
    ['{"access_token":"czs_abcdefgh"}', 200, 'expires-missing'],
    ['{"access_token":"czs_abcdefgh","expires_in":null}', 200, 'expires-missing'],
    ['{"access_token":"czs_abcdefgh","expires_in":"soon"}', 200, 'expires-not-integer'],
    ['{"access_token":"czs_abcdefgh","expires_in":1750000900.5}', 200, 'expires-not-integer'],
    ['{"access_token":"czs_abcdefgh","expires_in":1749999999}', 200, 'expires-past'],
    ['{"access_token":"czs_abcdefgh","expires_in":0}', 200, 'expires-past'],
    ['{"access_token":"czs_abcdefgh","expires_in":1750000900000}', 200, 'expires-far'],
  ])('tells what is unexpected about %j with status %d: %s', (body, status, reason) => {
    const problem = problemOf(body, status);
    expect(problem.code).toBe('exchange/unexpected');
    expect(problem.params).toMatchObject({ reason, status });
    expect(problem.server?.status).toBe(status);
  });

  it('never repeats a token in the problem', () => {
    expect(JSON.stringify(problemOf(`{"access_token":"${token}","expires_in":1}x`))).not.toContain(
      'RQOhsc7v',
    );
  });

  it('keeps 4 096 characters of the body', () => {
    expect(problemOf('x'.repeat(100_000), 500).server?.body).toBe('x'.repeat(4096));
  });

  it('either grants or throws a problem, whatever came', () => {
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.string().map((text) => JSON.stringify({ access_token: text, expires_in: 1_750_000_001 })),
    );
    fc.assert(
      fc.property(body, fc.integer({ min: 100, max: 599 }), (text, status) => {
        try {
          expect(read(text, status).accessToken).not.toBe('');
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(ProblemError);
        }
      }),
    );
  });
});

describe('HTTP 429', () => {
  const limited = (headers: readonly (readonly [string, string])[], body = '{"code":4020,"msg":"rpm"}') => {
    try {
      readExchangeAnswer({ status: 429, headers, body, at }, { now, canSwitchRegion: true });
    } catch (thrown) {
      return toProblem(thrown);
    }
    throw new Error('the answer was accepted');
  };

  it('is too many requests, with the seconds that it asks for', () => {
    expect(limited([['Retry-After', '7']])).toMatchObject({
      code: 'exchange/rate-limited',
      params: { status: 429, seconds: 7, reason: 'retry-after' },
      remedies: ['mint-later'],
      server: { status: 429 },
    });
  });

  it('names a minute when it asks for nothing, whatever else it says', () => {
    expect(limited([], '<html>busy</html>')).toMatchObject({
      code: 'exchange/rate-limited',
      params: { seconds: 60, reason: 'no-retry-after' },
    });
  });
});
