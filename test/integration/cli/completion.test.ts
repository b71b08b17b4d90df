import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultMintOptions, type OAuthApp } from '../../../shared/coze/app.ts';
import { emptyProfile } from '../../../shared/profile.ts';
import { type BuiltCli, buildCli } from './build-cli.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'coze-mint-completion-test-'));
let cli: BuiltCli;
const env = {
  HOME: folder,
  XDG_CONFIG_HOME: folder,
  PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}`,
};

function app(id: string, name: string): OAuthApp {
  return {
    id,
    name,
    region: { kind: 'cn' },
    clientId: '31',
    variant: { kind: 'channel' },
    keyIds: [],
    keyInUse: null,
    defaults: defaultMintOptions,
    autoRenew: false,
    scopes: [],
  };
}

beforeAll(async () => {
  cli = await buildCli();
  for (const name of ['bin', 'Coze Mint', 'files']) mkdirSync(path.join(folder, name));
  const program = path.join(folder, 'bin', 'coze-mint');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${cli.program}' "$@"\n`);
  chmodSync(program, 0o755);
  const apps = [app('a1', 'My app'), app('a2', "It's $HOME"), app('a3', '我的应用')];
  writeFileSync(
    path.join(folder, 'Coze Mint', 'profile.json'),
    JSON.stringify({ ...emptyProfile, apps, currentAppId: 'a1' }),
  );
  writeFileSync(path.join(folder, 'files', 'private key.pem'), '');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cli.remove();
});

function bash(script: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const all = ['--noprofile', '--norc', '-c', script, 'bash', ...args];
    execFile('bash', all, { env, cwd: path.join(folder, 'files') }, (error, stdout, stderr) => {
      if (error !== null || stderr !== '') reject(new Error(`${String(error)}: ${stderr}`));
      else resolve(stdout);
    });
  });
}

/** What bash offers for the last of the words. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const script = `
    source <(coze-mint completion bash)
    COMP_WORDS=(coze-mint "$@")
    COMP_CWORD=$#
    _coze_mint
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const lines = (await bash(script, words)).trimEnd().split('\n');
  return lines.filter((line) => line !== '');
}

describe('in bash', () => {
  test('the script has no syntax error', async () => {
    const { code, out } = await runCli(cli, ['completion', 'bash'], '', env);
    expect(code).toBe(0);
    await expect(bash('bash -n <<<"$1"', [out])).resolves.toBe('');
  });

  test.each([
    [['de'], ['decode']],
    [['help', 'mi'], ['mint']],
    [['mint', '--sess'], ['--session-name']],
    [['--lang', 'zh', 'mint', '--dur'], ['--duration']],
    [
      ['mint', '--region', 'c'],
      ['cn', 'com'],
    ],
    [['mint', '--region', '=', 'co'], ['com']],
    [
      ['--lang', ''],
      ['zh', 'en'],
    ],
    [
      ['apps', ''],
      ['list', 'import', 'add', 'remove'],
    ],
    [['call', 'PO'], ['POST']],
    [['call', '--include', 'chat_s'], ['chat_submit_tool_outputs']],
    [['doctor', '--endpoint', 'text_to'], ['text_to_speech']],
    [['mint', '--app', 'My'], ['My\\ app']],
    [['mint', '--app', 'It'], ["It\\'s\\ \\$HOME"]],
    [['apps', 'remove', '我'], ['我的应用']],
    [['apps', '--yes', 'remove', '"My'], ['My app']],
    [['mint', '--key', 'pri'], ['private key.pem']],
    [['keys', 'import', ''], ['private key.pem']],
    [['call', 'POST', '/x', '--data', '@pri'], ['@private key.pem']],
    [['mint', '--client-id', ''], []],
    [['nothing', ''], []],
  ])('%j offers %j', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });
});

test('the names themselves are listed one a line', async () => {
  expect(await runCli(cli, ['completion', 'apps'], '', env)).toEqual({
    code: 0,
    out: "My app\nIt's $HOME\n我的应用\n",
    err: '',
  });
  expect(await runCli(cli, ['completion', 'keys'], '', env)).toEqual({ code: 0, out: '', err: '' });
  const { out } = await runCli(cli, ['completion', 'endpoints'], '', env);
  expect(out.split('\n')).toContain('chat_v3');
  expect(out.split('\n')).not.toContain('streaming_chat_api');
  expect((await runCli(cli, ['completion', 'tcsh'], '', env)).code).toBe(2);
});
