import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../electron/cli/run-command-line.ts';
import { encodeToken } from '../../fixtures/jwt/encode-token.ts';
import { hs256Secret, hs256Token, jweToken, rs256Token } from '../../fixtures/jwt/rfc-tokens.ts';
import { fakeTerminal } from './fake-terminal.ts';

async function run(args: readonly string[], stdin: string | Uint8Array | null = null) {
  const terminal = fakeTerminal(stdin);
  const code = await runCommandLine(['decode', ...args], terminal);
  return { code, ...terminal.printed };
}

describe('decode', () => {
  test('--json prints the documented shape and nothing else', async () => {
    const { code, out, err } = await run(['--json', rs256Token]);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual({
      tokens: [
        {
          format: 'jws',
          header: { alg: 'RS256' },
          payload: { iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true },
          signature: { state: 'not-checked', reason: null },
          findings: [],
        },
      ],
    });
  });

  test('--json leaves every digit and the order alone', async () => {
    const { out } = await run([
      '--json',
      encodeToken('{"alg":"RS256"}', '{"b":7342866812345678901,"a":1.50}'),
    ]);
    expect(out).toContain('"payload":{"b":7342866812345678901,"a":1.50}');
  });

  test('--json prints findings with place, message and remedy in the language chosen', async () => {
    const token = encodeToken('{"alg":"RS256"}', '{"exp":"1"}');
    const { code, out } = await run(['--json', '--lang', 'zh', token]);
    expect(code).toBe(1);
    expect(JSON.parse(out).tokens[0].findings).toEqual([
      {
        code: 'time-not-number',
        severity: 'error',
        segment: 'payload',
        offset: 9,
        path: '/exp',
        message: 'exp 必须是数字（1970 年以来的秒数）',
        remedy: '请写成 1970 年以来的秒数，不加引号，例如 1735689600。',
      },
    ]);
  });

  test('--json prints a payload that is no JSON as text, and an encrypted one as null', async () => {
    const { out } = await run(['--json', `${encodeToken('{"alg":"RS256"}', 'hi "中"\u0007')} ${jweToken}`]);
    const { tokens } = JSON.parse(out);
    expect(tokens).toMatchObject([
      { format: 'jws', payload: 'hi "中"\u0007' },
      { format: 'jwe', header: { alg: 'RSA1_5' }, payload: null, signature: { state: 'not-checked' } },
    ]);
  });

  test('reads standard input, in UTF-8 and in the UTF-16 of PowerShell', async () => {
    expect((await run([], `Authorization: Bearer ${hs256Token}\n`)).out).toContain('"iss": "joe"');
    expect((await run(['-'], Buffer.from(`\ufeff${hs256Token}`, 'utf16le'))).out).toContain('"iss": "joe"');
  });

  test('a terminal as standard input is told what to do', async () => {
    const { code, out, err } = await run([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('give the text as an argument');
  });

  test('words that the shell took apart are one text', async () => {
    expect((await run(['Authorization:', 'Bearer', hs256Token])).code).toBe(0);
  });

  test('nothing found is exit code 2, also for JSON', async () => {
    expect(await run(['hello'])).toEqual({ code: 2, out: '', err: 'coze-mint: no JWT found in the input\n' });
    expect(await run(['--json', 'hello'])).toMatchObject({ code: 2, out: '{"tokens":[]}\n' });
  });

  test.each([
    [['--secret-base64url', hs256Secret], 0, { state: 'valid', reason: null }],
    [['--secret', 'other'], 1, { state: 'invalid', reason: 'signature-mismatch' }],
    [['--secret', ''], 2, { state: 'cannot-check', reason: 'key-empty' }],
    [['--secret=-----BEGIN PUBLIC KEY-----'], 2, { state: 'cannot-check', reason: 'key-text-as-secret' }],
  ])('with %j the exit code is %i', async (options, expected, signature) => {
    const { code, out } = await run(['--json', ...options, hs256Token]);
    expect(code).toBe(expected);
    expect(JSON.parse(out).tokens[0].signature).toEqual(signature);
  });

  test('of several keys it says which one it was', async () => {
    const k = hs256Secret;
    const jwks = JSON.stringify({
      keys: [
        { kty: 'oct', k: 'AAAA' },
        { kty: 'oct', kid: 'two', k },
      ],
    });
    const { code, out } = await run(['--jwks', '-', hs256Token], jwks);
    expect(code).toBe(0);
    expect(out).toContain('Signature  valid · key 2 of those given, kid two\n');
    const { out: json } = await run(['--json', '--jwks', '-', hs256Token], jwks);
    expect(JSON.parse(json).tokens[0].signature).toEqual({
      state: 'valid',
      reason: null,
      key: { index: 1, kid: 'two' },
    });
  });

  test('a token that stands in the text twice is printed once', async () => {
    const { code, out } = await run(['--json', `${hs256Token}\n${hs256Token}`]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ tokens: [{ format: 'jws', times: 2 }] });
  });

  test('a signature that was cut off is a no', async () => {
    const { code, out } = await run(['--json', '--secret-base64url', hs256Secret, hs256Token.slice(0, -11)]);
    expect(code).toBe(1);
    expect(JSON.parse(out).tokens[0]).toMatchObject({
      signature: { state: 'cannot-check', reason: 'signature-length' },
      findings: [{ code: 'signature-length' }],
    });
  });

  test('a token that cannot be checked although a key was given is no success', async () => {
    expect((await run(['--secret', 'x', rs256Token])).code).toBe(1);
  });

  test('a short secret is warned about where a person reads, and leaves the JSON as documented', async () => {
    const { code, out } = await run(['--secret', 'other', hs256Token]);
    expect(code).toBe(1);
    expect(out).toContain('  warning  The secret is shorter than the hash');
    const { out: json } = await run(['--json', '--secret', 'other', hs256Token]);
    expect(Object.keys(JSON.parse(json).tokens[0].signature)).toEqual(['state', 'reason']);
  });

  test('a person reads signature, JSON, dates and findings', async () => {
    const { code, out } = await run([encodeToken('{"alg":"RS256"}', '{"iss":1,"exp":1735689660}')]);
    expect(code).toBe(0);
    expect(out).toContain('Signature  not checked\n');
    expect(out).toContain('Payload\n  {\n    "iss": 1,\n    "exp": 1735689660\n  }\n');
    expect(out).toMatch(
      /exp {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d · 2025-01-01T00:01:00Z · in 1 minute /,
    );
    expect(out).toContain('warning  payload /iss @9  "iss" must be text\n');
  });

  describe('a token inside a token', () => {
    const inner = encodeToken('{"alg":"RS256"}', '{"id":7342866812345678901,"exp":1735689660}');
    const nesting = encodeToken('{"alg":"HS256","cty":"JWT"}', inner);

    test('--json prints it as a member of the same shape', async () => {
      const { code, out } = await run(['--json', '--secret', 'x', nesting]);
      expect(code).toBe(1);
      expect(out).toContain('"payload":{"id":7342866812345678901,"exp":1735689660}');
      expect(JSON.parse(out).tokens).toMatchObject([
        {
          payload: inner,
          signature: { state: 'invalid', reason: 'signature-mismatch' },
          findings: [{ code: 'nested-jwt', severity: 'note' }],
          nested: {
            format: 'jws',
            header: { alg: 'RS256' },
            signature: { state: 'not-checked', reason: null },
            findings: [{ code: 'integer-beyond-double', path: '/id' }],
          },
        },
      ]);
    });

    test('a person reads it indented, and that its signature was not checked', async () => {
      const { code, out } = await run([nesting]);
      expect(code).toBe(0);
      expect(out).toContain('\nToken inside\n  Token  signed (JWS)\n  Signature  not checked — ');
      expect(out).toContain('\n  Payload\n    {\n      "id": 7342866812345678901,\n');
      expect(out).toMatch(/\n {4}exp {2}.* · 2025-01-01T00:01:00Z · in 1 minute {2}/);
    });

    test('what is wrong inside is a no', async () => {
      const broken = encodeToken(
        '{"alg":"RS256","cty":"JWT"}',
        encodeToken('{"alg":"RS256"}', '{"exp":"1"}'),
      );
      expect((await run([broken])).code).toBe(1);
    });
  });

  test('more tokens than are looked for are told of', async () => {
    const lines = Array.from({ length: 1001 }, (_, n) => encodeToken('{"alg":"RS256"}', `{"n":${n}}`));
    const whole = await run(['--json', lines.slice(1).join('\n')]);
    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(whole.out)).not.toHaveProperty('truncated');
    const { code, out, err } = await run(['--json', lines.join('\n')]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ tokens: { length: 1000 }, truncated: true });
    expect(err).toBe('coze-mint: only the first 1000 tokens were looked at; the input holds more\n');
  });

  test('members of Coze claims are explained where they stand, and their dates are no dates of the token', async () => {
    const claims = '{"session_context":{"device_info":{"device_id":"d"}},"device_id":"x","act":{"exp":1}}';
    const { out } = await run([encodeToken('{"alg":"RS256"}', claims)]);
    expect(out).toMatch(/\n {2}session_context\.device_info\.device_id {2}Id of the device \(/);
    expect(out).not.toMatch(/\n {2}device_id/);
    expect(out).not.toContain('1970-01-01');
  });

  test('nothing in a token steers the terminal', async () => {
    const token = encodeToken('{"alg":"RS256"}', '{"a":"\u009b31m\u202e"}');
    const text = encodeToken('{"alg":"RS256"}', '\u001b]0;owned\u0007');
    const { out } = await run([token, text]);
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    expect(out).toContain('\\u009b31m\\u202e');
  });

  test('a detached payload is no wrong signature', async () => {
    const [header, , signature] = hs256Token.split('.');
    const { code, out } = await run(['--secret-base64url', hs256Secret, `${header}..${signature}`]);
    expect(code).toBe(1);
    expect(out).toContain('cannot be checked — the payload is detached and has to be supplied');
  });

  test('nothing in a token hides', async () => {
    const hidden = '\u200b\u061c\u{e0041}';
    const claims = `{"a":"x${hidden}y","a":1,"b":"👩\u200d💻 扣子","${hidden}":1,"${hidden}":2}`;
    const text = encodeToken('{"alg":"RS256"}', `hi${hidden}`);
    const { out } = await run([encodeToken('{"alg":"RS256"}', claims), text]);
    expect(out).not.toMatch(/(?<!👩)[\u200b-\u200d\u061c\u{e0041}]/u);
    expect(out).toContain('"a": "x\\u200b\\u061c\\udb40\\udc41y"');
    expect(out).toContain('"👩\u200d💻 扣子"');
    expect(out).toContain('  hi⟨U+200B⟩⟨U+061C⟩⟨U+E0041⟩');
    expect(out).toContain('/⟨U+200B⟩⟨U+061C⟩⟨U+E0041⟩');
  });

  test('nothing in a token steers the terminal by way of JSON, which says the same', async () => {
    const payload = '{"a":"\u009b31m\u202e"}\r\n';
    const { out } = await run(['--json', encodeToken('{"alg":"RS256"}', payload)]);
    expect(out).not.toMatch(/[\u007f-\u009f\u202e]/);
    expect(JSON.parse(out)).toMatchObject({ tokens: [{ payload: { a: '\u009b31m\u202e' } }] });
  });
});
