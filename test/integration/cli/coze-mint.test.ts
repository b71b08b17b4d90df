import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { rfcExamples } from '../../fixtures/jwt/rfc-corpus.ts';
import { hs256Token } from '../../fixtures/jwt/rfc-tokens.ts';
import { type Running, runCli, startCli } from './run-cli.ts';

interface PracticeLine {
  readonly url: string;
  readonly client_id: string;
  readonly kid: string;
  readonly private_key_file: string;
  readonly admin_key: string;
  readonly account_id: string;
  readonly enterprise_id: string;
}

const folder = mkdtempSync(path.join(tmpdir(), 'coze-mint-cli-test-'));
const cli = inject('cli');
let practice: Running;
let line: PracticeLine;

beforeAll(async () => {
  practice = startCli(cli, ['practice']);
  line = JSON.parse(await practice.firstLine);
});

afterAll(async () => {
  practice.kill('SIGINT');
  await practice.ended;
  rmSync(folder, { recursive: true });
});

function signing(...more: string[]): string[] {
  return [
    '--client-id',
    line.client_id,
    '--kid',
    line.kid,
    '--key',
    line.private_key_file,
    '--region',
    line.url,
    ...more,
  ];
}

function problemIn(err: string): unknown {
  return JSON.parse(err.trimEnd().split('\n').at(-1) ?? '').problem;
}

describe('mint against practice in another process', () => {
  test('prints the token and a newline, and says on standard error when it expires', async () => {
    const { code, out, err } = await runCli(cli, ['mint', ...signing()]);
    expect(code).toBe(0);
    expect(out).toMatch(/^czs_\S+\n$/);
    expect(err).toContain('Expires ');
  });

  test('--json prints the documented members', async () => {
    const scope = '{"account_permission":{"permission_list":["Connector.botChat"]}}';
    const started = Date.now() / 1000;
    const args = signing(
      '--json',
      '--session-name',
      '用户',
      '--duration',
      '60',
      '--device-id',
      'd1',
      '--scope',
      scope,
    );
    const { code, out, err } = await runCli(cli, ['mint', ...args]);
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual([
      'access_token',
      'expires_at',
      'duration_seconds',
      'region',
      'log_id',
      'claims',
    ]);
    expect(answer).toMatchObject({
      duration_seconds: 60,
      region: line.url,
      claims: {
        iss: line.client_id,
        aud: new URL(line.url).host,
        session_name: '用户',
        session_context: { device_info: { device_id: 'd1' } },
      },
    });
    expect(answer.expires_at - started).toBeGreaterThan(50);
    expect(answer.expires_at - started).toBeLessThan(75);
  });

  test.each(['--account-id', '--enterprise-id'])('%s goes to its own path', async (option) => {
    const id = option === '--account-id' ? line.account_id : line.enterprise_id;
    expect((await runCli(cli, ['mint', ...signing(option, id)])).code).toBe(0);
    expect((await runCli(cli, ['mint', ...signing(option, '1')])).code).toBe(1);
  });

  test('a refusal is exit code 1, with the server words and the log id', async () => {
    const { code, out, err } = await runCli(cli, [
      'mint',
      ...signing('--kid', 'unknown', '--json', '--lang', 'zh'),
    ]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('扣子拒绝签发令牌');
    expect(problemIn(err)).toMatchObject({
      code: 'exchange/refused',
      params: { kind: 'kid-not-registered' },
      server: { logId: expect.stringMatching(/^\w+$/) },
    });
  });

  test('an encrypted key takes its passphrase from the environment', async () => {
    const file = path.join(folder, 'encrypted.pem');
    const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: '口令' } as const;
    writeFileSync(file, createPrivateKey(readFileSync(line.private_key_file)).export(options));
    const args = ['mint', ...signing('--key', file, '--json')];
    expect((await runCli(cli, args, '', { COZE_MINT_PASSPHRASE: '口令' })).code).toBe(0);
    const wrong = await runCli(cli, args, '', { COZE_MINT_PASSPHRASE: 'x' });
    expect([wrong.code, problemIn(wrong.err)]).toMatchObject([2, { code: 'key/passphrase-wrong' }]);
    const missing = await runCli(cli, args);
    expect([missing.code, problemIn(missing.err)]).toMatchObject([2, { code: 'key/passphrase-needed' }]);
  });

  test('a server that is not there is exit code 3', async () => {
    const { code, err } = await runCli(cli, ['mint', ...signing('--region', 'http://127.0.0.1:9', '--json')]);
    expect([code, problemIn(err)]).toMatchObject([3, { code: 'http/unreachable' }]);
  });

  test('Ctrl+C ends a mint that hangs', async () => {
    const asked = new Promise<void>((resolve) => {
      server.on('request', () => resolve());
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const running = startCli(cli, ['mint', ...signing('--region', url, '--json')]);
    await asked;
    running.kill('SIGINT');
    const { code, err } = await running.ended;
    expect([code, problemIn(err)]).toMatchObject([130, { code: 'cancelled' }]);
  });

  const server = createServer(() => undefined);
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
});

describe('sign', () => {
  test('node:crypto verifies what it prints', async () => {
    const { code, out } = await runCli(cli, ['sign', ...signing()]);
    expect(code).toBe(0);
    const [header = '', claims = '', signature = ''] = out.trimEnd().split('.');
    const key = createPublicKey(readFileSync(line.private_key_file));
    expect(
      verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url')),
    ).toBe(true);
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      alg: 'RS256',
      typ: 'JWT',
      kid: line.kid,
    });
  });

  test.each(['-Z1', '-', '-h1'])('the key id may begin with a dash: %s', async (kid) => {
    const { code, out } = await runCli(cli, ['sign', ...signing('--kid', kid)]);
    const [header = ''] = out.split('.');
    expect([code, JSON.parse(Buffer.from(header, 'base64url').toString()).kid]).toEqual([0, kid]);
  });

  test('decode confirms its signature with the private key file, and not with another key', async () => {
    const { out } = await runCli(cli, ['sign', ...signing()]);
    const checked = await runCli(cli, ['decode', '--json', '--key', line.private_key_file], out);
    expect([checked.code, JSON.parse(checked.out).tokens[0].signature.state]).toEqual([0, 'valid']);
    const other = path.join(folder, 'other.pem');
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(other, publicKey.export({ type: 'spki', format: 'pem' }));
    expect((await runCli(cli, ['decode', '--json', '--key', other], out)).code).toBe(1);
  });

  test('the key can come from standard input, and cn is the audience api.coze.cn', async () => {
    const key = readFileSync(line.private_key_file, 'utf8');
    const { out } = await runCli(
      cli,
      ['sign', ...signing('--key', '-', '--region', 'cn', '--json', '--no-clock-correction')],
      key,
    );
    expect(JSON.parse(out)).toMatchObject({ region: 'cn', claims: { aud: 'api.coze.cn' } });
  });

  test('an app that is not stored is wrong usage', async () => {
    const { code, out } = await runCli(cli, ['sign', '--app', 'x'], '', {
      HOME: folder,
      XDG_CONFIG_HOME: folder,
    });
    expect([code, out]).toEqual([2, '']);
  });
});

describe('practice', () => {
  test('its key file is for its user only', () => {
    expect(statSync(line.private_key_file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(line.private_key_file)).mode & 0o777).toBe(0o700);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it cleanly and removes the key', async (signal) => {
    const running = startCli(cli, ['practice']);
    const { private_key_file: file } = JSON.parse(await running.firstLine);
    expect(existsSync(file)).toBe(true);
    running.kill(signal);
    const { code, out } = await running.ended;
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(2);
    expect(existsSync(path.dirname(file))).toBe(false);
  });

  const admin = (route: string, body?: object, key = line.admin_key) =>
    fetch(`${line.url}/practice/${route}`, {
      headers: { authorization: `Bearer ${key}` },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });

  test('its admin key breaks it on purpose, and mends it again', async () => {
    expect((await admin('faults', { keyRemoved: true })).status).toBe(200);
    const refused = await runCli(cli, ['mint', ...signing('--region', line.url, '--json')]);
    expect([refused.code, refused.err]).toMatchObject([1, expect.stringContaining('kid not been registred')]);
    expect(await (await admin('faults', { keyRemoved: false })).json()).toMatchObject({ keyRemoved: false });
    expect((await runCli(cli, ['mint', ...signing('--region', line.url)])).code).toBe(0);
    const { entries } = (await (await admin('log')).json()) as { readonly entries: readonly unknown[] };
    expect(entries.length).toBeGreaterThanOrEqual(2);
  });

  test('its admin key is no token of an API, and no token is an admin key', async () => {
    const { out: token } = await runCli(cli, ['mint', ...signing('--region', line.url)]);
    expect((await admin('faults', undefined, token.trim())).status).toBe(401);
    const call = ['call', 'GET', '/v1/users/me', '--region', line.url];
    expect((await runCli(cli, call, '', { COZE_TOKEN: line.admin_key })).code).toBe(1);
  });

  test('its admin key is told on standard output only', async () => {
    const running = startCli(cli, ['practice', '--json']);
    const { admin_key: key } = JSON.parse(await running.firstLine);
    running.kill('SIGINT');
    const { err } = await running.ended;
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(err).toContain('/practice/faults');
    expect(err).not.toContain(key);
  });

  test('--state keeps key and app between runs', async () => {
    const state = path.join(folder, 'practice', 'state.json');
    const lines: PracticeLine[] = [];
    for (let run = 0; run < 2; run += 1) {
      const running = startCli(cli, ['practice', '--state', state]);
      lines.push(JSON.parse(await running.firstLine));
      running.kill('SIGINT');
      await running.ended;
    }
    const [first, second] = lines;
    expect(second).toEqual({ ...first, url: second?.url, admin_key: second?.admin_key });
    expect(second?.admin_key).not.toBe(first?.admin_key);
    expect(JSON.parse(readFileSync(state, 'utf8'))).toEqual({
      version: 1,
      client_id: first?.client_id,
      kid: first?.kid,
    });
    expect(readdirSync(path.dirname(state))).toEqual(['state.json', 'state.json.private_key.pem']);
    expect(statSync(`${state}.private_key.pem`).mode & 0o777).toBe(0o600);
  });

  test('a state file that is something else is left alone', async () => {
    const state = path.join(folder, 'notes.json');
    writeFileSync(state, '{"mine":true}');
    const { code, err } = await runCli(cli, ['practice', '--state', state]);
    expect(code).toBe(2);
    expect(err).toContain('is not a state file');
    expect(readFileSync(state, 'utf8')).toBe('{"mine":true}');
  });

  test('a port that is taken is wrong usage, and no key stays behind', async () => {
    const { code, err } = await runCli(cli, ['practice', '--port', new URL(line.url).port], '', {
      TMPDIR: folder,
    });
    expect(code).toBe(2);
    expect(err).toContain('EADDRINUSE');
    expect(readdirSync(folder).filter((name) => name.startsWith('coze-mint-practice-'))).toEqual([]);
  });
});

describe('the built program', () => {
  test('decodes every example of the RFCs, from a pipe', async () => {
    const examples = [...new Map(rfcExamples.map((example) => [example.token, example])).values()];
    const { out } = await runCli(
      cli,
      ['decode', '--json'],
      examples.map(({ token }) => `${token}\n`).join(''),
    );
    expect(JSON.parse(out).tokens).toMatchObject(
      examples.map(({ format, alg, payload }) => ({ format, header: { alg }, payload })),
    );
  });

  test('writes no colour into a pipe', async () => {
    const { out } = await runCli(cli, ['decode', hs256Token], '', { FORCE_COLOR: '1' });
    expect(out).not.toContain('\u001b');
  });

  test('ends quietly when its reader goes away', async () => {
    const running = startCli(cli, ['decode'], `${hs256Token}\n`.repeat(900));
    await running.firstLine;
    running.closeOutput();
    expect(await running.ended).toMatchObject({ code: 0, err: '' });
  });

  test('leaves no private key behind when nobody reads where practice Coze is', async () => {
    const temporary = path.join(folder, 'temporary');
    mkdirSync(temporary);
    const running = startCli(cli, ['practice'], '', { TMPDIR: temporary });
    running.closeOutput();
    expect((await running.ended).code).toBe(0);
    expect(readdirSync(temporary)).toStrictEqual([]);
  });
});
