import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../electron/cli/run-command-line.ts';
import { createPracticeCoze } from '../../../electron/practice/practice-coze.ts';
import { epochMilliseconds } from '../../../shared/time.ts';
import { fakeTerminal } from '../../electron/cli/fake-terminal.ts';

const hour = 3_600_000;
const practice = createPracticeCoze({ clock: { now: () => epochMilliseconds(Date.now()) }, randomBytes });
let folder: string;
let options: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-clock-'));
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = path.join(folder, 'key.pem');
  await writeFile(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const url = await practice.start();
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  practice.registerApp({
    clientId: '310000000002',
    name: 'CLI',
    type: 'normal',
    keys: [{ kid: 'kid-1', publicKeyPem }],
  });
  options = ['--client-id', '310000000002', '--kid', 'kid-1', '--key', key, '--region', url];
});

afterAll(async () => {
  await practice.stop();
  await rm(folder, { recursive: true });
});

let before = 0;
beforeEach(() => {
  before = practice.log().length;
});

/** Runs a command on a machine whose clock is off by `offMs`. */
async function runWith(given: readonly string[], offMs: number, ...args: readonly string[]) {
  const terminal = {
    ...fakeTerminal(),
    clock: { now: () => epochMilliseconds(Date.now() + offMs) },
    randomBytes: (count: number) => randomBytes(count),
  };
  const code = await runCommandLine([...args, ...given], terminal);
  return { code, ...terminal.printed };
}

const run = (offMs: number, ...args: readonly string[]) => runWith(options, offMs, ...args);
const tries = () => practice.log().slice(before).length;
const iatOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()).iat;

describe('mint on a machine whose clock is wrong', () => {
  test.each([
    ['ahead', 3 * hour],
    ['behind', -3 * hour],
  ])('by hours (%s) signs once more by the server’s time, and says so', async (word, offMs) => {
    const { code, out, err } = await run(offMs, 'mint');
    expect(code).toBe(0);
    expect(out).toMatch(/^czs_\S+\n$/);
    expect(err).toMatch(/(?:2 h 59 min|3 h)/);
    expect(err).toContain(word);
    expect(err).toMatch(/in 1[45] minutes/);
    expect(tries()).toBe(2);
  });

  test('says it on standard error only', async () => {
    const { code, out, err } = await run(3 * hour, 'mint', '--json', '--lang', 'zh');
    expect(code).toBe(0);
    expect(Math.abs(JSON.parse(out).expires_at - Date.now() / 1000 - 900)).toBeLessThan(5);
    expect(err).toContain('已按服务器时间签名');
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('leaves it as it is with --no-clock-correction', async () => {
    const { code, out, err } = await run(3 * hour, 'mint', '--no-clock-correction');
    expect([code, out]).toStrictEqual([1, '']);
    expect(err).not.toContain('signed with the server');
    expect(tries()).toBe(1);
  });

  test('by a second signs as it did, once', async () => {
    const { code, err } = await run(1000, 'mint');
    expect(code).toBe(0);
    expect(err).not.toContain('signed with the server');
    expect(tries()).toBe(1);
  });
});

describe('sign', () => {
  test('asks the server for the time, without a credential, and signs by it', async () => {
    const { code, out, err } = await run(-3 * hour, 'sign');
    expect(code).toBe(0);
    expect(Math.abs(iatOf(out) - Date.now() / 1000)).toBeLessThan(5);
    expect(err).toContain('behind');
    expect(practice.log().slice(before)).toMatchObject([{ path: '/v1/users/me', status: 401 }]);
  });

  test('signs by the local clock when the server does not answer, and says so', async () => {
    const nowhere = options.with(-1, 'http://127.0.0.1:9');
    const { code, out, err } = await runWith(nowhere, -3 * hour, 'sign');
    expect(code).toBe(0);
    expect(err).toContain('127.0.0.1:9 did not tell the time');
    expect(Math.abs(iatOf(out) + 3 * 3600 - Date.now() / 1000)).toBeLessThan(5);
  });

  test('asks nobody with --no-clock-correction', async () => {
    const { code, out, err } = await run(-3 * hour, 'sign', '--no-clock-correction');
    expect([code, err]).toStrictEqual([0, '']);
    expect(Math.abs(iatOf(out) + 3 * 3600 - Date.now() / 1000)).toBeLessThan(5);
    expect(tries()).toBe(0);
  });
});

describe('doctor', () => {
  test('mints by the server’s time, which it has learned on the way', async () => {
    const { code, out, err } = await run(3 * hour, 'doctor');
    expect(code).toBe(0);
    expect(out).toContain('Assertions are signed with the server’s time');
    expect(out).toContain('[passed] Exchange');
    expect(err).toContain('ahead');
  });

  test('stops at the clock with --no-clock-correction', async () => {
    const { code, out } = await run(3 * hour, 'doctor', '--no-clock-correction');
    expect(code).toBe(1);
    expect(out).toContain('[failed] Clock');
  });
});
