import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../shared/redact.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const jwk = privateKey.export({ format: 'jwk' });
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const input = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'k' })}.${encode({ iss: '1', aud: 'api.coze.cn' })}`;
const jwt = `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
const token = 'czs_RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6RiQJX3cSXSguIhFDzgy';

describe('redact', () => {
  it.each([
    ['a PEM block', pem],
    ['a PEM block in JSON', JSON.stringify({ private_key: pem })],
    ['a PEM block cut off', pem.slice(0, 900)],
    ['a PEM block in a URL', encodeURIComponent(pem)],
    ['a PEM block in a form', new URLSearchParams({ pem }).toString().slice(4)],
    ['a PKCS#1 PEM block', privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['bare base64 of a key', privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')],
  ])('takes out %s', (_what, text) => {
    const result = redact(`before\n${text}\nafter`);
    for (const line of pem.split('\n').slice(1, -2)) {
      expect(result).not.toContain(line);
      expect(result).not.toContain(encodeURIComponent(line));
    }
    expect(result.startsWith('before')).toBe(true);
    expect(result.length).toBeLessThan(120);
  });

  it('takes the private members out of a JWK and leaves the public ones', () => {
    const result = redact(JSON.stringify(jwk));
    for (const name of ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const) expect(result).not.toContain(jwk[name]);
    expect(result).toContain(jwk.n);
  });

  it.each([
    [`Authorization: Bearer ${jwt}`, 'Authorization: [redacted]'],
    [`authorization: Basic dXNlcjpwYXNz`, 'authorization: [redacted]'],
    [
      `-H 'Authorization: Bearer ${token}' https://api.coze.cn`,
      `-H 'Authorization: [redacted]' https://api.coze.cn`,
    ],
    [`{"Authorization":"Bearer ${token}"}`, '{"Authorization":"[redacted]"}'],
    [`jwt ${jwt} end`, 'jwt [redacted] end'],
    [`jwt ${jwt.slice(0, 80)}`, 'jwt [redacted]'],
    [`{"access_token":"opaque-text","expires_in":1}`, '{"access_token":"[redacted]","expires_in":1}'],
    [`the token ${token}.`, 'the token czs_[redacted].'],
    [`?next=%2F%3Ftoken%3D${token}`, '?next=%2F%3Ftoken%3Dczs_[redacted]'],
    [`Bearer%20${jwt}`, 'Bearer%20[redacted]'],
    [JSON.stringify(`line\n${token}\n${jwt}`), '"line\\nczs_[redacted]\\n[redacted]"'],
    [`\\u0022${token}`, '\\u0022czs_[redacted]'],
    [
      String.raw`{"body":"{\"access_token\":\"opaque-0123456789\",\"n\":1}"}`,
      String.raw`{"body":"{\"access_token\":\"[redacted]\",\"n\":1}"}`,
    ],
    [
      String.raw`"{\\\"client_secret\\\" : \\\"s3cret\\\"}"`,
      String.raw`"{\\\"client_secret\\\" : \\\"[redacted]\\\"}"`,
    ],
    [
      String.raw`{"h":"{\"Authorization\":\"Basic dXNlcjpwYXNz\"}"}`,
      String.raw`{"h":"{\"Authorization\":\"[redacted]\"}"}`,
    ],
    [String.raw`{"jwk":"{\"d\":\"0123456789abcdefg\"}"}`, String.raw`{"jwk":"{\"d\":\"[redacted]\"}"}`],
    [`access_token: 'opaque0123456789'`, `access_token: '[redacted]'`],
    [`access_token: opaque0123456789`, `access_token: [redacted]`],
    [`refresh_token = "opaque"`, `refresh_token = "[redacted]"`],
    [String.raw`{"access_token":"with\"quote","n":1}`, '{"access_token":"[redacted]","n":1}'],
    [`{"access_token":"cut o`, '{"access_token":"[redacted]'],
    [`grant=x&client_assertion=short&n=1`, 'grant=x&client_assertion=[redacted]&n=1'],
    [`pat_0123456789abcdef and czu_0123456789abcdef`, 'pat_[redacted] and czu_[redacted]'],
  ])('turns %s into %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    '{"code":4100,"msg":"authentication is invalid","detail":{"logid":"20250615"}}',
    'invalid jwt: kid not been registred',
    'invalid assertion: kid is not known',
    '{"access_token":"","refresh_token":null,"token_type":"Bearer"}',
    '渠道应用需要绑定渠道',
    '{"bot_id":"7412345678901234567","error_code":"access_deny"}',
  ])('leaves %s as it is', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('never lets a token through, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(redact(`${before} ${token} ${after}`)).not.toContain(token);
        expect(redact(`${before} ${jwt} ${after}`)).not.toContain(jwt);
      }),
    );
  });

  it('reads hostile text in linear time', () => {
    const hostile = `${'-----BEGIN PRIVATE KEY-----'.repeat(20_000)}${'"authorization": '.repeat(20_000)}${'eyJaaaaaaaaa.'.repeat(20_000)}${'MIIE '.repeat(20_000)}${String.raw`access_token:\\\\'`.repeat(20_000)}${'assertion : '.repeat(20_000)}`;
    expect(redact(hostile.slice(27)).length).toBeLessThan(hostile.length);
  });
});
