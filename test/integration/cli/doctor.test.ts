import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { doctorReportSchema } from '../../../shared/doctor-schema.ts';
import { type Running, runCli, startCli } from './run-cli.ts';

const cli = inject('cli');
let practice: Running;
let options: readonly string[] = [];

beforeAll(async () => {
  practice = startCli(cli, ['practice']);
  const { url, client_id, kid, private_key_file } = JSON.parse(await practice.firstLine);
  options = ['--client-id', client_id, '--kid', kid, '--key', private_key_file, '--region', url];
});
afterAll(async () => {
  practice.kill('SIGTERM');
  await practice.ended;
});

const doctor = (...more: string[]) => runCli(cli, ['doctor', ...options, ...more]);

test('an app that works: one line a check, exit code 0, no token anywhere', async () => {
  const { code, out, err } = await doctor();
  expect([code, err]).toEqual([0, '']);
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(12);
  expect(lines[0]).toBe('[skipped] Keychain: Not needed: the key comes from a file.');
  expect(lines[6]).toBe('[passed] Exchange: Coze granted a token. It was dropped again.');
  expect(lines.at(-1)).toBe('Everything works, from the key to the API call');
  expect(out).not.toMatch(/czs_|eyJ/);
});

test('stops at the cause, with what to do, in the language asked for', async () => {
  const { code, out } = await doctor('--kid', 'A'.repeat(43), '--lang', 'zh');
  expect(code).toBe(1);
  expect(out).toContain('[失败] 换取令牌：');
  expect(out).toContain('kid not been registred');
  expect(out).toContain('可能的原因');
  expect(out).not.toContain('[跳过] 权限');
  expect(out.trimEnd().split('\n').at(-1)).toBe('卡在“换取令牌”');
});

test('--go-on makes the checks after the cause, --json gives the whole report', async () => {
  const { code, out } = await doctor('--kid', 'A'.repeat(43), '--go-on', '--json', '--endpoint', 'chat_v3');
  expect(code).toBe(1);
  const report = doctorReportSchema.parse(JSON.parse(out));
  expect(report).toMatchObject({ state: 'done', cause: 'exchange', endpointId: 'chat_v3' });
  expect(report.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(report.checks.at(-1)).toMatchObject({ name: 'permission', finding: 'permission-of-app' });
});

test('an endpoint is named by its path as well, and one that is not there is refused', async () => {
  const { out } = await doctor('--json', '--endpoint', '/v3/chat');
  expect(JSON.parse(out)).toMatchObject({ endpointId: 'chat_v3' });
  const unknown = await doctor('--endpoint', '/v9/nothing');
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain('there is no endpoint "/v9/nothing"');
});

test('a server that is not there is exit code 3', async () => {
  const { code, out } = await doctor('--region', 'http://127.0.0.1:9');
  expect(code).toBe(3);
  expect(out).toContain('TCP fails');
  expect(out).toContain('ECONNREFUSED');
});
