import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../electron/cli/run-command-line.ts';
import { fakeTerminal } from './fake-terminal.ts';

describe('runCommandLine', () => {
  test.each([
    [['bogus'], 'there is no command "bogus"'],
    [['help', 'bogus'], 'there is no command "bogus"'],
    [['--lang', 'en', 'help', 'bogus'], 'there is no command "bogus"'],
    [['nope'], 'there is no command "nope"; there are: decode, lint, sign, mint'],
    [['nope'], ', serve, completion, help, version\n'],
    [['help', '--bogus'], 'there is no option --bogus'],
    [['help', '--json'], 'there is no option --json'],
    [['help', 'mint', 'sign'], '"sign" is one argument too many'],
    [['version', 'extra'], '"extra" is one argument too many'],
    [['version', '--bogus'], 'there is no option --bogus'],
    [['--version', '--bogus'], 'there is no option --bogus'],
    [['completion', 'bash', '--json'], 'there is no option --json'],
    [['--json', 'completion', 'endpoints'], 'there is no option --json'],
    [['decode', '--version'], 'there is no option --version'],
    [['decode', '--foo'], 'there is no option --foo'],
    [['decode', '-x'], 'there is no option -x'],
    [['decode', '--key'], 'option --key needs a value'],
    [['decode', '--key', '--json'], 'option --key needs a value'],
    [['decode', '--key', '-file.pem', 'x'], 'cannot read -file.pem (ENOENT)'],
    [['mint', '--', '--kid', '-x'], '"--kid" is one argument too many'],
    [['decode', '--json=1', 'x'], 'option --json takes no value'],
    [['decode', '--lang', 'fr', 'x'], '--lang cannot be "fr"'],
    [['decode', '--key', 'a', '--secret', 'b', 'x'], '--key and --secret exclude each other'],
    [['decode', '--key', '/nowhere/key.pem', 'x'], 'cannot read /nowhere/key.pem (ENOENT)'],
    [['mint', 'x'], '"x" is one argument too many'],
    [['mint'], 'say which app: --app NAME'],
    [['sign', '--region', 'cn'], 'say which app: --app NAME'],
    [['mint', '--kid', 'k'], 'option --client-id is missing'],
    [['sign', '--client-id', '1', '--kid', 'k', '--key', 'f'], 'option --region is missing'],
    [['sign', '--app', 'a', '--kid', 'k'], '--app and --kid exclude each other'],
    [['doctor'], 'say which app: --app NAME'],
    [['doctor', '--endpoint', 'chat_v33'], 'there is no endpoint "chat_v33"; like it: chat_v3'],
    [['doctor', '--endpoint', ''], 'there is no endpoint ""'],
    [['call', 'nope'], 'there is no endpoint "nope" (coze-mint completion endpoints lists them)'],
    [['call', 'GET', '/v1/../../x'], 'PATH is wrong: "/v1/../../x"'],
    [['call', 'GET', '/v1/:id', '--path', 'id=..'], 'PATH is wrong: "/v1/.."'],
    [['call', 'GET', '/%2E/x'], 'PATH is wrong'],
    [['call', 'GET', '//evil.example/x'], 'PATH is wrong: "//evil.example/x"'],
    [['call', 'GET', '/\\evil.example/x'], 'PATH is wrong'],
    [['call', 'POST', '/x', '--file', 'file'], '--file cannot be "file"; allowed: field=@PATH'],
    [['call', 'POST', '/x', '--file', 'file=x'], '--file cannot be "file=x"; allowed: field=@PATH'],
    [['keys'], 'what to do? One of: list, import, remove'],
    [['apps'], 'what to do? One of: list, import, add, remove'],
    [['completion'], 'what to do? One of: bash, zsh, fish'],
    [['keys', 'make'], 'what to do? "make" is none of: list'],
    [['lint', '--region', 'CN', 'x'], '--region cannot be "CN"; allowed: cn, com, https://…'],
    [['lint', '--region', 'ftp://x', 'x'], '--region cannot be "ftp://x"; allowed: cn, com, https://…'],
    [['doctor', '--app', 'a', '--key', 'f'], '--app and --key exclude each other'],
    [['doctor', '--go-on=1'], 'option --go-on takes no value'],
    [['practice', '--port', '70000'], '--port cannot be "70000"'],
    [['practice', '--port', 'x'], '--port cannot be "x"'],
  ])('%j is wrong usage', async (args, message) => {
    const terminal = fakeTerminal();
    expect(await runCommandLine(args, terminal)).toBe(2);
    expect(terminal.printed.out).toBe('');
    expect(terminal.printed.err).toMatch(/^coze-mint: /);
    expect(terminal.printed.err).toContain(message);
    expect(terminal.printed.err).toContain('--help');
  });

  test.each([[['version']], [['--version']], [['-v']], [['--lang', 'zh', '-v']]])(
    '%j is the version',
    async (args) => {
      const terminal = fakeTerminal();
      expect(await runCommandLine(args, terminal)).toBe(0);
      expect(terminal.printed).toEqual({
        out: expect.stringMatching(/^coze-mint \d+\.\d+\.\d+\n$/),
        err: '',
      });
    },
  );

  test.each([[['version', '--json']], [['--json', '-v']]])('%j is the version as JSON', async (args) => {
    const terminal = fakeTerminal();
    expect(await runCommandLine(args, terminal)).toBe(0);
    expect(JSON.parse(terminal.printed.out)).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  });

  test.each([[['help']], [['help', '--lang', 'en']], [['help', 'help']], [['--help']]])(
    '%j names every exit code',
    async (args) => {
      const terminal = fakeTerminal();
      expect(await runCommandLine(args, terminal)).toBe(0);
      const [, codes = ''] = terminal.printed.out.split('Exit codes: ');
      expect(codes.match(/(?<=^|·\s)\d+/g)).toEqual(['0', '1', '2', '3', '4', '130']);
    },
  );

  test('a command whose results could not be written says so, whatever it came to', async () => {
    for (const [lang, text] of [
      ['en', 'coze-mint: cannot write standard output (ENOSPC)\n'],
      ['zh', 'coze-mint: 无法写入标准输出（ENOSPC）\n'],
    ] as const) {
      const terminal = { ...fakeTerminal(), outputFailure: () => 'ENOSPC' };
      expect(await runCommandLine(['help', '--lang', lang], terminal)).toBe(2);
      expect(terminal.printed.err).toBe(text);
    }
  });

  test('without a command it says how it is used, and that this was wrong', async () => {
    const terminal = fakeTerminal();
    expect(await runCommandLine([], terminal)).toBe(2);
    expect(terminal.printed.out).toBe('');
    expect(terminal.printed.err).toContain('coze-mint COMMAND');
  });

  test.each([['decode'], ['sign'], ['mint'], ['doctor'], ['practice'], ['help'], ['version']])(
    'help for %s in both languages',
    async (name) => {
      for (const [args, word] of [
        [[name, '--help'], 'Usage:'],
        [['help', name], 'Usage:'],
        [[name, '-h', '--lang', 'zh'], '用法：'],
        [['--lang=zh', name, '--help'], '用法：'],
      ] as const) {
        const terminal = fakeTerminal();
        expect(await runCommandLine(args, terminal)).toBe(0);
        expect(terminal.printed.out).toContain(`${word}`);
        expect(terminal.printed.out).toContain(`coze-mint ${name}`);
        expect(terminal.printed.err).toBe('');
      }
    },
  );

  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, '没有'],
    [{ LC_ALL: 'zh_TW', LANG: 'en_US' }, '没有'],
    [{ LC_ALL: 'en_US', LANG: 'zh_CN' }, 'there is'],
    [{ LANG: 'C' }, 'there is'],
  ])('the locale %j chooses the language', async (env, word) => {
    const terminal = fakeTerminal(null, env);
    await runCommandLine(['bogus'], terminal);
    expect(terminal.printed.err).toContain(word);
  });

  test('a wrong region, lifetime or scope is a problem with what to do', async () => {
    const base = ['sign', '--client-id', '1', '--kid', 'k', '--key', '/nowhere'];
    for (const [options, code] of [
      [['--region', 'http://example.com'], 'app/region-invalid'],
      [['--region', 'cn', '--duration', '86400'], 'mint/duration-invalid'],
      [['--region', 'cn', '--duration', '1.5'], 'mint/duration-invalid'],
      [['--region', 'cn', '--scope', '[]'], 'mint/scope-invalid'],
      [['--region', 'cn', '--scope', '{'], 'mint/scope-invalid'],
    ] as const) {
      const terminal = fakeTerminal();
      expect(await runCommandLine([...base, ...options, '--json'], terminal)).toBe(2);
      const lastLine = terminal.printed.err.trimEnd().split('\n').at(-1) ?? '';
      expect(JSON.parse(lastLine)).toMatchObject({ problem: { code } });
      expect(terminal.printed.out).toBe('');
    }
  });
});
