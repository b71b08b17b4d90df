import { execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { defaultMintOptions, type OAuthApp } from '../../../shared/coze/app.ts';
import { emptyProfile } from '../../../shared/profile.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'coze-mint-completion-test-'));
const cli = inject('cli');
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

beforeAll(() => {
  for (const name of ['bin', 'cm', 'Coze Mint', 'files', 'files/sub']) mkdirSync(path.join(folder, name));
  const program = path.join(folder, 'bin', 'coze-mint');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${cli.program}' "$@"\n`);
  chmodSync(program, 0o755);
  const other = path.join(folder, 'cm', 'coze-mint');
  writeFileSync(
    other,
    `#!/bin/sh\nif [ "$1" = completion ]; then echo 'Other app'; else printf '<%s>' "$@"; echo; fi\n`,
  );
  chmodSync(other, 0o755);
  const apps = [app('a1', 'My app'), app('a2', "It's $HOME"), app('a3', '我的应用')];
  writeFileSync(
    path.join(folder, 'Coze Mint', 'profile.json'),
    JSON.stringify({ ...emptyProfile, apps, currentAppId: 'a1' }),
  );
  writeFileSync(path.join(folder, 'files', 'private key.pem'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

function bash(script: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const all = ['--noprofile', '--norc', '-c', script, 'bash', ...args];
    execFile('bash', all, { env, cwd: path.join(folder, 'files') }, (error, stdout, stderr) => {
      if (error !== null || stderr !== '') reject(new Error(`${String(error)}: ${stderr}`));
      else resolve(stdout);
    });
  });
}

/** What bash replaces of a word: what stands after the last cut, "@" with it, a quotation mark without. */
function replacedOf(pieces: readonly string[]): string {
  const last = pieces.at(-1) ?? '';
  return /^["']/.test(last) ? last.slice(1) : (/@?[^=:@]*$/.exec(pieces.join(''))?.[0] ?? '');
}

/** What bash offers for the last of the words, each in the pieces that bash cuts it into. */
async function offered(...words: readonly (string | readonly string[])[]): Promise<readonly string[]> {
  const script = `
    source <(coze-mint completion bash)
    COMP_LINE=$1
    replaced=$2
    shift 2
    COMP_WORDS=(coze-mint "$@")
    COMP_CWORD=$#
    _coze_mint coze-mint "$replaced"
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const line = ['coze-mint', ...words.map((word) => [word].flat().join(''))].join(' ');
  const replaced = replacedOf([words.at(-1) ?? ''].flat());
  const lines = (await bash(script, [line, replaced, ...words.flat()])).trimEnd().split('\n');
  return lines.filter((line) => line !== '');
}

const shellCommands = {
  bash: { start: '.bashrc', command: (start: string) => `bash --noprofile --rcfile '${start}' -i` },
  zsh: { start: '.zshrc', command: () => 'zsh -d -i' },
} as const;
type TypedShell = keyof typeof shellCommands;

const setUps: Readonly<Record<TypedShell, string>> = {
  bash: "bind 'set bell-style none'\nsource <(coze-mint completion bash)",
  zsh: 'autoload -U compinit && compinit -u -D\nsource <(coze-mint completion zsh)\nPS1= RPS1= PROMPT_EOL_MARK=',
};

/** Types into a shell at a terminal, and gives what the program was called with then, a line each. */
function typed(shell: TypedShell, keys: string): Promise<readonly string[]> {
  const start = path.join(folder, shellCommands[shell].start);
  writeFileSync(
    start,
    `${setUps[shell]}
coze-mint() {
  if [[ $1 == completion ]]; then command coze-mint "$@"; else printf '<%s>' "$@"; echo; fi
}
`,
  );
  const child = spawn('script', ['-qec', shellCommands[shell].command(start), '/dev/null'], {
    env: { ...env, TERM: 'dumb', LANG: 'C.UTF-8', SHELL: '/bin/sh', ZDOTDIR: folder },
    cwd: path.join(folder, 'files'),
    stdio: 'pipe',
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  child.stdin.write(`${keys}exit\n`);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(printed.split(/[\r\n]+/).filter((line) => line.startsWith('<'))));
  });
}

const canType = (shell: string) =>
  process.platform === 'linux' && ['script', shell].every((name) => existsSync(`/usr/bin/${name}`));

/** What is typed, and what the program is called with then, in each of the shells. */
const typedLines = [
  ['coze-mint call --data @pri\t', '<call><--data><@private key.pem>'],
  ['coze-mint call --file file=@pri\t --te\t', '<call><--file><file=@private key.pem><--text>'],
  ['coze-mint mint --key=pri\t', '<mint><--key=private key.pem>'],
  ["coze-mint mint --key 'pri\t", '<mint><--key><private key.pem>'],
  ['coze-mint mint --app My\t', '<mint><--app><My app>'],
  ['~/cm/coze-mint mint --app Oth\t', '<mint><--app><Other app>'],
  ['coze-mint mint --region h\t8080', '<mint><--region><http://127.0.0.1:8080>'],
  ['coze-mint mint --region co\t--json', '<mint><--region><com><--json>'],
  ['coze-mint help mi\t', '<help><mint>'],
  ['coze-mint ver\t', '<version>'],
] as const;

/** Bash cuts words at more characters than others do. */
const typedIntoBash = [
  ['coze-mint call --data=@pri\t', '<call><--data=@private key.pem>'],
  ['coze-mint call --file "file=@pri\t', '<call><--file><file=@private key.pem>'],
  ['coze-mint mint --region http:\t', '<mint><--region><http://127.0.0.1:>'],
] as const;

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
    [['mint', ['--region', '=', 'co']], ['com']],
    [
      ['mint', ['--region', '=']],
      ['cn', 'com', 'http://127.0.0.1:'],
    ],
    [['mint', '--region', ['http', ':']], ['//127.0.0.1:']],
    [['ver'], ['version']],
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
    [['keys', 'import', 'p'], ['private key.pem']],
    [['mint', '--key', 'private\\ k'], ['private key.pem']],
    [['mint', '--key', '"private k'], ['private key.pem']],
    [['mint', ['--key', '=', 'pri']], ['private key.pem']],
    [['call', 'POST', '/x', '--data', ['@', 'pri']], ['@private key.pem']],
    [
      ['call', 'POST', '/x', '--data', ['@']],
      ['@private key.pem', '@sub/'],
    ],
    [['call', 'POST', '/x', '--data', '"@pri'], ['@private key.pem']],
    [['call', 'POST', '/x', ['--data', '=@', 'pri']], ['@private key.pem']],
    [['call', 'POST', '/x', '--file', ['file', '=@', 'pri']], ['@private key.pem']],
    [
      ['call', 'POST', '/x', '--file', ['file', '=@']],
      ['@private key.pem', '@sub/'],
    ],
    [['call', 'POST', '/x', '--file', ['file', '=@', '"pri']], ['private key.pem']],
    [['call', ['--app', '=', '"My']], ['My app']],
    [['call', ['--app', '=', 'My'], '--te'], ['--text']],
    [['mint', '--client-id', ''], []],
    [['help', 'mint', ''], []],
    [['completion', 'apps', ''], []],
    [
      ['completion', '--'],
      ['--lang', '--help'],
    ],
    [['nothing', ''], []],
  ])('%j offers %j', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });

  test.runIf(canType('bash'))('at a terminal a word keeps what stands before its last cut', async () => {
    const lines = [...typedLines, ...typedIntoBash];
    const keys = lines.map(([line]) => `${line}\n`).join('');
    expect(await typed('bash', keys)).toEqual(lines.map(([, called]) => called));
  });
});

describe.runIf(canType('zsh'))('in zsh', () => {
  test('what is typed at a terminal is completed', async () => {
    const keys = typedLines.map(([line]) => `${line}\n`).join('');
    expect(await typed('zsh', keys)).toEqual(typedLines.map(([, called]) => called));
  });
});

describe.runIf(existsSync('/usr/bin/fish'))('in fish', () => {
  /** What fish offers for the end of a line, without what it says about each. */
  function offered(line: string): Promise<readonly string[]> {
    const script = 'coze-mint completion fish | source; complete -C $argv[1]';
    return new Promise((resolve, reject) => {
      const options = { env: { ...env, LANG: 'C.UTF-8' }, cwd: path.join(folder, 'files') };
      execFile('fish', ['--no-config', '-c', script, line], options, (error, stdout, stderr) => {
        if (error !== null || stderr !== '') reject(new Error(`${String(error)}: ${stderr}`));
        else resolve(stdout.split('\n').flatMap((each) => (each === '' ? [] : [each.split('\t')[0] ?? ''])));
      });
    });
  }

  const commands = [
    ...['apps', 'call', 'completion', 'decode', 'doctor', 'help', 'keys', 'lint', 'mint', 'practice'],
    ...['serve', 'sign', 'version'],
  ];
  const shells = ['apps', 'bash', 'endpoints', 'fish', 'keys', 'zsh'];

  test.each([
    ['', commands],
    ['de', ['decode']],
    ['help ', commands],
    ['help mi', ['mint']],
    ['help mint ', []],
    ['--', ['--help', '--lang', '--version']],
    ['--lang ', ['en', 'zh']],
    ['--lang=', ['--lang=en', '--lang=zh']],
    ['--lang zh de', ['decode']],
    ['--lang zh mint --dur', ['--duration']],
    ['mint --lang ', ['en', 'zh']],
    ['completion ', shells],
    ['completion apps ', []],
    ['help --', ['--help', '--lang']],
    ['version --', ['--help', '--json', '--lang']],
    ['practice --app apps --', ['--help', '--json', '--lang', '--port', '--state']],
    ['apps --key keys ', ['add', 'import', 'list', 'remove']],
    ['apps --key keys --', expect.not.arrayContaining(['--label'])],
    ['keys import ', ['private key.pem', 'sub/']],
    ['apps remove ', ["It's $HOME", 'My app', '我的应用']],
    ['apps --yes remove My', ['My app']],
    ['mint --app My', ['My app']],
    ['~/cm/coze-mint mint --app ', ['Other app']],
    ['mint --key pri', ['private key.pem']],
    ['mint --region h', ['http://127.0.0.1:']],
    ['mint ', []],
    ['call PO', ['POST']],
    ['call --include chat_s', ['chat_submit_tool_outputs']],
    ['call GET ', []],
    ['doctor --endpoint text_to', ['text_to_speech']],
    ['call POST /x --data @su', ['@sub/']],
    ['call POST /x --data @', ['@private key.pem', '@sub/']],
    ['call POST /x --data=@pri', ['--data=@private key.pem']],
    ['call POST /x --data "@pri', ['@private key.pem']],
    ['call POST /x --data @private\\ k', ['@private key.pem']],
    ['call POST /x --file file=@su', ['file=@sub/']],
    ['nothing ', []],
  ])('%j offers %j', async (line, expected) => {
    expect(await offered(line.startsWith('~') ? line : `coze-mint ${line}`)).toEqual(expected);
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
