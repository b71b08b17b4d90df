import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CauseFacts } from '../../shared/coze/causes/cause-facts.ts';
import { readExchangeAnswer } from '../../shared/coze/exchange-answer.ts';
import { causesOf } from '../../shared/coze/failure-causes.ts';
import { type Problem, ProblemError, toProblem } from '../../shared/problem.ts';
import { supportReport } from '../../shared/support-report.ts';
import { epochMilliseconds, epochSeconds } from '../../shared/time.ts';

const now = epochMilliseconds(1_750_000_000_250);
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const pemLines = pem.split('\n').slice(1, -2);
const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const input = `${segment({ alg: 'RS256', typ: 'JWT', kid: 'k' })}.${segment({ iss: '1127900106117', aud: 'api.coze.cn' })}`;
const jwt = `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
const token = 'czs_RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6RiQJX3cSXSguIhFDzgy';
const pat = 'pat_0123456789abcdefghijABCDEFGHIJ0123456789abcdefghijABCDEFGHIJ';

const facts: CauseFacts = {
  region: { kind: 'com' },
  variant: 'channel',
  kid: '_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4',
  candidates: [],
  keyCreatedAt: null,
  clockOffsetMs: 0,
  now,
};

function problemOf(
  status: number,
  body: string,
  headers: readonly (readonly [string, string])[] = [],
): Problem {
  try {
    readExchangeAnswer(
      { status, headers, body, at: now },
      { now: epochSeconds(1_750_000_000), canSwitchRegion: true },
    );
  } catch (thrown) {
    return toProblem(thrown);
  }
  return new ProblemError('internal').problem;
}

function report(problem: Problem, language: 'zh' | 'en' = 'en'): string {
  const causes = causesOf(problem, facts);
  return supportReport(
    { version: '0.1.0', platform: 'linux', region: facts.region, problem, causes, at: now },
    language,
  );
}

const kidUnknown = problemOf(
  401,
  '{"error_code":"invalid_client","error_message":"invalid jwt: kid not been registred","error":"invalid_client"}',
  [
    ['x-tt-logid', '20250615150640ABCDEF'],
    ['Date', 'Sun, 15 Jun 2025 15:11:40 GMT'],
    ['Content-Type', 'application/json'],
  ],
);

describe('the report for support', () => {
  it('holds all that support asks for', () => {
    expect(report(kidUnknown)).toBe(
      `Coze Mint failure report (secrets removed)
App: 0.1.0 linux
Region: com
Host: api.coze.com
Problem: exchange/refused (kid-not-registered)
  Coze refused the exchange
  invalid_client: invalid jwt: kid not been registred
HTTP status: 401
Log ID: 20250615150640ABCDEF
Local time: 2025-06-15T15:06:40.250Z
Server time: 2025-06-15T15:11:40.000Z
Local clock against server: -300 s
Likely causes:
  1. The app was created at coze.cn [other-region]
  2. The kid has a typing error [kid-mistyped]
  3. The key is not registered with the app any more [key-removed]
Answer (application/json):
{"error_code":"invalid_client","error_message":"invalid jwt: kid not been registred","error":"invalid_client"}
`,
    );
  });

  it('is written in Chinese as well', () => {
    const text = report(kidUnknown, 'zh');
    expect(text).toContain('日志 ID：20250615150640ABCDEF');
    expect(text).toContain('1. 应用是在 coze.cn 创建的 [other-region]');
  });

  it('tells a failure without an answer with the host and the local time', () => {
    const problem = new ProblemError('http/unreachable', { params: { host: 'api.coze.com', reason: 'dns' } })
      .problem;
    expect(report(problem).split('\n').slice(0, 7)).toEqual([
      'Coze Mint failure report (secrets removed)',
      'App: 0.1.0 linux',
      'Region: com',
      'Host: api.coze.com',
      'Problem: http/unreachable (dns)',
      '  api.coze.com cannot be reached',
      '  No connection could be made (its name has no address).',
    ]);
    expect(report(problem)).toContain('Local time: 2025-06-15T15:06:40.250Z');
  });

  it('tells the system’s own word for a failure without an answer', () => {
    const params = { host: 'api.coze.com', reason: 'dns', systemCode: 'ENOTFOUND' };
    const { problem } = new ProblemError('http/unreachable', { params });
    expect(report(problem)).toContain('\nSystem error: ENOTFOUND\n');
    expect(report(problem, 'zh')).toContain('\n系统错误码：ENOTFOUND\n');
    expect(report(kidUnknown)).not.toContain('System error');
  });

  it.each([
    ['a token', token, [token.slice(4)]],
    ['a token in the answer', `{"access_token":"${token}","expires_in":1}`, [token.slice(4)]],
    ['an opaque token in the answer', '{"access_token":"4cf1d09e77c1","expires_in":1}', ['4cf1d09e77c1']],
    ['an answer cut in the token', `{"access_token":"${token.slice(0, 50)}`, [token.slice(4, 50)]],
    ['a PAT in a link', `<a href="/?token%3D${pat}">`, [pat.slice(4)]],
    ['the assertion', `Bearer ${jwt}`, jwt.split('.')],
    ['the assertion without its header', jwt.slice(jwt.indexOf('.')), [jwt.split('.')[2] ?? '']],
    ['an echoed request', `POST / HTTP/1.1\r\nAuthorization: Bearer ${jwt}\r\n`, jwt.split('.')],
    ['an escaped header', `&quot;Authorization&quot;: &quot;Bearer ${jwt}&quot;`, jwt.split('.')],
    ['a basic login', 'Proxy-Authorization: Basic dXNlcjpwYXNzd29yZA==', ['dXNlcjpwYXNzd29yZA']],
    ['a PEM', pem, pemLines],
    ['a PEM in JSON', JSON.stringify({ private_key: pem }), pemLines],
    ['a PEM in JSON in JSON', JSON.stringify(JSON.stringify({ private_key: pem })), pemLines],
    ['a PEM in a form', encodeURIComponent(pem), pemLines.map(encodeURIComponent)],
    ['a quoted PEM', pem.replaceAll('\n', '\n> '), pemLines],
    ['a PEM without its lines', pemLines.join('\n'), pemLines],
  ])('is free of %s', (_, body, secrets) => {
    for (const language of ['en', 'zh'] as const) {
      const text = report(problemOf(502, body, [['x-tt-logid', body.replaceAll(/[\r\n]/g, ' ')]]), language);
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  });

  it('never holds a token, an assertion or a PEM, wherever the server put it', () => {
    const secret = fc.constantFrom(
      { text: token, parts: [token.slice(4)] },
      { text: jwt, parts: [jwt.split('.')[2] ?? ''] },
      { text: pem, parts: pemLines },
      { text: JSON.stringify(pem).slice(1, -1), parts: pemLines },
    );
    const around = fc.string({ maxLength: 300 });
    const gap = fc.constantFrom(
      ' ',
      '\n',
      '"',
      "'",
      '=',
      ':',
      '/',
      '>',
      '%22',
      '\\"',
      '\\n',
      '\\u0022',
      ',',
      '(',
    );
    const place = fc.constantFrom('body', 'message', 'code', 'logid');
    fc.assert(
      fc.property(secret, around, gap, around, place, (given, before, mark, after, where) => {
        const text = `${before}${mark}${given.text}${mark}${after}`;
        const refusal = { error_code: where === 'code' ? text : 'invalid_client', error_message: text };
        const problem =
          where === 'logid'
            ? problemOf(500, '', [['x-tt-logid', text]])
            : problemOf(401, where === 'body' ? text : JSON.stringify(refusal));
        const words = report(problem);
        for (const part of given.parts) expect(words).not.toContain(part);
      }),
    );
  });
});
