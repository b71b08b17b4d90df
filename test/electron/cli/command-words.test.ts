import { describe, expect, test } from 'vitest';
import { bashScript } from '../../../electron/cli/completion/bash-script.ts';
import { commandWords } from '../../../electron/cli/completion/command-words.ts';
import { fishScript } from '../../../electron/cli/completion/fish-script.ts';
import { zshScript } from '../../../electron/cli/completion/zsh-script.ts';
import { runCommandLine } from '../../../electron/cli/run-command-line.ts';
import { fakeTerminal } from './fake-terminal.ts';

async function run(args: readonly string[]) {
  const terminal = fakeTerminal('');
  const code = await runCommandLine(args, terminal);
  return { code, ...terminal.printed };
}

describe.each(commandWords)('$name', ({ name, options }) => {
  const known = Object.keys(options).sort();

  test.each(['en', 'zh'])(
    'its help in %s names exactly the options that it has, with an example',
    async (lang) => {
      const { code, out, err } = await run([name, '--help', '--lang', lang]);
      expect([code, err]).toEqual([0, '']);
      const [before = ''] = out.split(/^(?:Example|示例)/m);
      const named = [...before.matchAll(/(?<=^|[\s[（，、])--([a-z][a-z0-9-]*)/gm)].map(
        ([, option]) => option ?? '',
      );
      expect([...new Set(named)].filter((option) => option !== 'data').sort()).toEqual(
        known.filter((option) => option !== 'data'),
      );
      expect(out).toMatch(/Example|示例/);
      expect((await run(['help', name, '--lang', lang])).out).toBe(out);
    },
  );

  test('it takes each of them, and no other', async () => {
    for (const option of known.filter((candidate) => !['help', 'lang'].includes(candidate))) {
      const { err } = await run([name, `--${option}`, '--there-is-no-such-option']);
      expect(err, option).not.toContain(`no option --${option}`);
    }
    expect(await run([name, '--there-is-no-such-option'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no option --there-is-no-such-option'),
    });
  });
});

test('the help of all names every command', async () => {
  for (const lang of ['en', 'zh']) {
    const { out } = await run(['--help', '--lang', lang]);
    const [before = ''] = out.split(/^(?:Example|示例)/m);
    const named = [...before.matchAll(/^ {2}([a-z]+) /gm)].map(([, command]) => command);
    expect(named).toEqual(commandWords.map(({ name }) => name));
  }
});

test.each([
  ['bash', bashScript()],
  ['zsh', zshScript((name) => `about ${name}`)],
  ['fish', fishScript((name) => `about ${name}`)],
])('%s is told of every command', (_shell, script) => {
  for (const { name } of commandWords) {
    expect(script).toMatch(new RegExp(`[\\s'"]${name}[\\s'":]`));
  }
});
