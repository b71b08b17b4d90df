import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../electron/cli/run-command-line.ts';
import { claims, goodHeader, header } from '../../fixtures/jwt/coze-assertions.ts';
import { encodeToken } from '../../fixtures/jwt/encode-token.ts';
import { jweToken } from '../../fixtures/jwt/rfc-tokens.ts';
import { fakeTerminal } from './fake-terminal.ts';

async function run(args: readonly string[], stdin: string | null = null) {
  const terminal = fakeTerminal(stdin);
  const code = await runCommandLine(['lint', ...args], terminal);
  return { code, ...terminal.printed };
}

const good = encodeToken(goodHeader, claims());

describe('lint', () => {
  test('a good assertion is exit code 0, and nothing is found', async () => {
    const { code, out, err } = await run(['--json', good]);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ tokens: [{ format: 'jws', findings: [] }] });
  });

  test('a good assertion inside another token is none that Coze takes', async () => {
    const { code, out } = await run(['--json', encodeToken(goodHeader, good)]);
    expect(code).toBe(1);
    const [token] = JSON.parse(out).tokens;
    expect(token.findings.map((finding: { code: string }) => finding.code)).toContain('claims-nested');
    expect(token.nested).toMatchObject({ format: 'jws', findings: [] });
  });

  test('--json adds Coze’s findings to those of decode, with source and fix', async () => {
    const token = encodeToken(goodHeader, claims({ aud: '"https://api.coze.cn"', iat: '"1735689600"' }));
    const { code, out } = await run(['--json', '--lang', 'zh', token]);
    expect(code).toBe(1);
    const { findings } = JSON.parse(out).tokens[0];
    expect(findings.map((finding: { code: string }) => finding.code)).toEqual([
      'time-not-number',
      'aud-is-url',
      'not-an-integer',
    ]);
    expect(findings[1]).toEqual({
      code: 'aud-is-url',
      severity: 'error',
      segment: 'payload',
      offset: 38,
      path: '/aud',
      message: 'aud 是 URL（https://api.coze.cn），这里只填域名：api.coze.cn',
      remedy: '请写成 "aud":"api.coze.cn"。',
      source: 'OAuth JWT 授权（渠道场景）',
      fix: { segment: 'payload', path: '/aud', value: '"api.coze.cn"' },
    });
  });

  test.each([
    [[], 0],
    [['--region', 'cn'], 0],
    [['--region', 'https://api.coze.cn'], 0],
    [['--region', 'com'], 1],
    [['--region', 'https://coze.example:8443'], 1],
    [['--at', '1735690199'], 0],
    [['--at', '1735690200'], 1],
    [['--at', '1735689000'], 1],
  ])('with %j the exit code is %i', async (options, expected) => {
    expect((await run([...options, good])).code).toBe(expected);
  });

  test('a warning is no reason to fail', async () => {
    const { code, out } = await run([encodeToken(goodHeader, claims({ sub: '"u"' }))]);
    expect(code).toBe(0);
    expect(out).toContain('warning  payload /sub @');
  });

  test('a person reads where it is, what to do and where it is written', async () => {
    const { code, out, err } = await run([encodeToken(header({ typ: '"jwt"' }), claims())]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain(
      'error    header /typ @28  "typ" is "jwt"; the documentation fixes it as JWT\n' +
        '           Write "typ":"JWT". · OAuth JWT authorization, channel scenario (OAuth JWT 授权（渠道场景）)\n',
    );
  });

  test('dates are told relative to --at', async () => {
    const { out } = await run(['--at', '1735690140', good]);
    expect(out).toContain('in 1 minute');
  });

  test('each token in a text is judged', async () => {
    const wrong = encodeToken(goodHeader, claims({ exp: null }));
    const { code, out } = await run(['--json'], `first ${good}\nsecond ${wrong}\n${jweToken}\n`);
    expect(code).toBe(1);
    const { tokens } = JSON.parse(out);
    expect(
      tokens.map(({ findings }: { findings: { code: string }[] }) => findings.map((finding) => finding.code)),
    ).toEqual([[], ['required-missing'], ['jwe-encrypted', 'not-a-signed-token']]);
  });

  test('nothing found is exit code 2', async () => {
    expect(await run(['hello'])).toEqual({ code: 2, out: '', err: 'coze-mint: no JWT found in the input\n' });
    expect(await run(['--json', 'hello'])).toMatchObject({ code: 2, out: '{"tokens":[]}\n' });
  });

  test('more tokens than are looked for are told of', async () => {
    const lines = Array.from({ length: 1001 }, (_, n) =>
      encodeToken(goodHeader, claims({ jti: `"${'j'.repeat(40)}${n}"` })),
    );
    const { code, out, err } = await run(['--json', lines.join('\n')]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ tokens: { length: 1000 }, truncated: true });
    expect(err).toBe('coze-mint: only the first 1000 tokens were looked at; the input holds more\n');
  });

  test.each([['soon'], ['-5'], ['1735689600000'], ['1.5'], ['']])('--at %j is wrong usage', async (at) => {
    const { code, out, err } = await run([`--at=${at}`, good]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--at');
  });

  test('a region that is none is a problem', async () => {
    expect((await run(['--region', 'eu', good])).code).not.toBe(0);
    expect((await run(['--region', 'http://example.com', good])).err).toContain('coze-mint');
  });

  test('nothing in a token steers the terminal', async () => {
    const token = encodeToken(header({ typ: '"\\u001b]0;owned\\u0007"' }), claims({ '\u202ex': '1' }));
    const { out } = await run([token]);
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    expect((await run(['--json', token])).out).not.toMatch(/[\u007f-\u009f\u202e]/);
  });
});
