import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hs256Token } from '../fixtures/jwt/rfc-tokens.ts';
import './electron-setup.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'coze-mint-e2e-cli-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Starts the app's own executable where there is no display, and no session that could have one. */
function start(args: readonly string[]): ChildProcess {
  const { executable, args: before } = inject('launch');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return spawn(executable, [...sandbox, ...before, ...args], {
    env: { PATH: process.env['PATH'], HOME: home, XDG_CONFIG_HOME: home, LANG: 'C' },
    stdio: 'pipe',
  });
}

async function endOf(child: ChildProcess, stdin = '') {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    err += String(chunk);
  });
  child.stdin?.end(stdin);
  const [code] = await once(child, 'close');
  return { code, out, err };
}

test('a command is answered without a display, on standard output, with its exit code', async () => {
  const { code, out } = await endOf(start(['decode', '--json', hs256Token]));
  expect(code).toBe(0);
  expect(JSON.parse(out).tokens).toMatchObject([{ format: 'jws', payload: { iss: 'joe' } }]);
});

test('standard input is read, the language is chosen, and a no is exit code 1', async () => {
  const { code, out } = await endOf(start(['--lang', 'zh', 'decode', '--secret', 'other']), hs256Token);
  expect(code).toBe(1);
  expect(out).toContain('签名  无效');
});

test('a word that is no command is wrong usage, and opens nothing', async () => {
  const { code, out, err } = await endOf(start(['decod']));
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('there is no command "decod"');
});

test('help is on standard output', async () => {
  const { code, out } = await endOf(start(['--help']));
  expect(code).toBe(0);
  expect(out).toMatch(/^coze-mint: /);
});

test('a command that stays ends cleanly when it is interrupted, and serves the others meanwhile', async () => {
  const practice = start(['practice']);
  const ended = endOf(practice);
  const [line] = await once(practice.stdout ?? practice, 'data');
  const { url, client_id, kid, private_key_file } = JSON.parse(String(line));
  const app = ['--client-id', client_id, '--kid', kid, '--key', private_key_file, '--region', url];
  const { code, out } = await endOf(start(['call', 'GET', '/v1/users/me', '--json', ...app]));
  expect([code, JSON.parse(out).code]).toEqual([0, 0]);
  practice.kill('SIGINT');
  expect((await ended).code).toBe(0);
});
