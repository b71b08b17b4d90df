import { expect, test } from 'vitest';
import { commandArguments } from '../../../electron/cli/command-arguments.ts';

const app = '/opt/Coze Mint/coze-mint';

test.each([
  [[], null],
  [['--no-sandbox', '--user-data-dir=/tmp/x'], null],
  [['--inspect=0', '--remote-debugging-port=0'], null],
  [['/home/me/file.txt'], null],
  [['coze://open'], null],
  [['-psn_0_12345'], null],
  [['decode'], ['decode']],
  [
    ['--no-sandbox', 'decode', '--json', '-'],
    ['decode', '--json', '-'],
  ],
  [
    ['--json', '--lang', 'zh', 'mint', '--app', 'x'],
    ['--json', '--lang', 'zh', 'mint', '--app', 'x'],
  ],
  [
    ['--lang=zh', 'help', 'mint'],
    ['--lang=zh', 'help', 'mint'],
  ],
  [
    ['--lang', 'zh', '--help'],
    ['--lang', 'zh', '--help'],
  ],
  [['-h'], ['-h']],
  [['-v'], ['-v']],
  [['--no-sandbox', '--version'], ['--version']],
  [['--v=1'], null],
  [['typo'], ['typo']],
])('%j is taken for %j', (args, expected) => {
  expect(commandArguments([app, ...args], false)).toEqual(expected);
  expect(commandArguments(['electron', '/sources', ...args], true)).toEqual(expected);
});
