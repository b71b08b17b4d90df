import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hs256Token } from '../../fixtures/jwt/rfc-tokens.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'coze-mint-start-test-'));
const log = path.join(folder, 'loaded.txt');
const cli = inject('cli');

/** Notes every module that Node loads, by its URL and its length. */
const hooks = `import { appendFileSync } from 'node:fs';
export async function load(url, context, next) {
  const loaded = await next(url, context);
  appendFileSync(${JSON.stringify(log)}, url + ' ' + (loaded.source?.length ?? 0) + '\\n');
  return loaded;
}`;

beforeAll(() => {
  writeFileSync(path.join(folder, 'hooks.mjs'), hooks);
  const register = `import { register } from 'node:module';
register(${JSON.stringify(pathToFileURL(path.join(folder, 'hooks.mjs')).href)});`;
  writeFileSync(path.join(folder, 'register.mjs'), register);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('decode loads little, and nothing that it does not need', async () => {
  writeFileSync(log, '');
  const register = pathToFileURL(path.join(folder, 'register.mjs')).href;
  const { code } = await runCli(cli, ['decode', hs256Token], '', { NODE_OPTIONS: `--import=${register}` });
  expect(code).toBe(0);
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  const loaded = lines.map((line) => {
    const [url = '', length = ''] = line.split(' ');
    return { url, length: Number(length) };
  });
  const built = loaded.filter(({ url }) => url.startsWith(pathToFileURL(realpathSync(cli.folder)).href));
  const total = built.reduce((sum, { length }) => sum + length, 0);
  expect(built.length).toBeGreaterThan(3);
  expect(built.length).toBeLessThan(30);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThan(200_000);
  const others = loaded.map(({ url }) => url).filter((url) => !built.some((own) => own.url === url));
  expect(others.filter((url) => !/^node:(?:util|fs(?:\/promises)?)$|register\.mjs$/.test(url))).toEqual([]);
  const sources = built.map(({ url }) => readFileSync(new URL(url), 'utf8')).join('');
  for (const foreign of ['ZodError', 'UndiciError', 'JWSInvalid', 'chat_submit_tool_outputs"', '用法：']) {
    expect(sources, foreign).not.toContain(foreign);
  }
});
