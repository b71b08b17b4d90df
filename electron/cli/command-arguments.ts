/** Options of every command that may stand before its name, and whether a value follows. */
const leading: ReadonlyMap<string, 'switch' | 'value'> = new Map([
  ['--json', 'switch'],
  ['--lang', 'value'],
]);

/** What is asked of the program itself. */
const asked: ReadonlySet<string> = new Set(['--help', '-h', '--version', '-v']);

/** The names of commands are plain words, and the desktop app takes no words at all. */
const plainWord = /^[a-z]+$/;

/**
 * What the app's own executable was asked to do as `coze-mint`: the arguments from the command on, or null when it is to
 * open its window. Switches before the command are Chromium's and belong to neither.
 *
 * @param argv - the process's own
 * @param isFolderNamed - whether Electron was told on its command line which folder to run
 */
export function commandArguments(argv: readonly string[], isFolderNamed: boolean): readonly string[] | null {
  const args = argv.slice(isFolderNamed ? 2 : 1);
  const kept: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (asked.has(arg)) return [...kept, ...args.slice(at)];
    const kind = leading.get(arg);
    if (kind !== undefined) kept.push(arg);
    if (kind === 'value') {
      at += 1;
      kept.push(args[at] ?? '');
    } else if (/^--lang=/.test(arg)) {
      kept.push(arg);
    } else if (!arg.startsWith('-')) {
      return plainWord.test(arg) ? [...kept, ...args.slice(at)] : null;
    }
  }
  return null;
}
