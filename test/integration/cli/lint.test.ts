import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'coze-mint-lint-test-'));
const keyFile = path.join(folder, 'private_key.pem');
const kid = '_v0VjcMlVdQc3tRTD3jTiwNg9gVRgxabOpHgpyf4aBc';
const sample = readFileSync(new URL('../../fixtures/jwt/coze-channel-sample.txt', import.meta.url), 'utf8');
const cli = inject('cli');

beforeAll(() => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
});

afterAll(() => rmSync(folder, { recursive: true }));

function sign(...more: string[]) {
  const identity = ['--client-id', '1127900106117', '--kid', kid, '--key', keyFile];
  return runCli(cli, ['sign', ...identity, '--region', 'cn', '--no-clock-correction', ...more]);
}

describe('coze-mint lint, built', () => {
  test('finds nothing in what coze-mint sign prints', async () => {
    const signed = await sign('--session-name', '用户 7', '--device-id', 'd-1');
    const { code, out, err } = await runCli(cli, ['lint', '--json'], signed.out);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ tokens: [{ format: 'jws', findings: [] }] });
  });

  test('says to a person that nothing is wrong, on standard error', async () => {
    const { code, err } = await runCli(cli, ['lint'], (await sign()).out);
    expect([code, err]).toEqual([
      0,
      'Nothing here that api.coze.cn would refuse, as far as its documentation says\n',
    ]);
  });

  test('finds that an assertion is for the other region', async () => {
    const { code, out } = await runCli(cli, ['lint', '--region', 'com', '--lang', 'zh'], (await sign()).out);
    expect(code).toBe(1);
    expect(out).toContain('aud 是 api.coze.cn，不是所选区域的域名');
  });

  test('finds what is wrong with the documentation’s sample', async () => {
    const { code, out } = await runCli(cli, ['lint', '--json', '--at', '1735689600'], sample);
    expect(code).toBe(1);
    const codes = JSON.parse(out).tokens[0].findings.map((finding: { code: string }) => finding.code);
    expect(codes).toEqual(['masked', 'masked', 'masked', 'aud-other-region', 'lifetime-long']);
  });
});
