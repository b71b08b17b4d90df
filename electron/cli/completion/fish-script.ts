import { httpMethods } from '../../../shared/http-methods.ts';
import { actionOperands, commandWords, type WordKind } from './command-words.ts';

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const stored = (what: string) => quoted(`(coze-mint completion ${what} 2>/dev/null </dev/null)`);

/** The arguments of `complete` for a value. */
function offer(kind: WordKind): string {
  switch (kind) {
    case 'text':
      return '-x';
    case 'file':
      return '-r -F';
    case 'at-file':
      return `-x -a ${quoted('(_coze_mint_at_files)')}`;
    case 'app':
      return `-x -a ${stored('apps')}`;
    case 'key':
      return `-x -a ${stored('keys')}`;
    case 'endpoint':
      return `-x -a ${stored('endpoints')}`;
    case 'target':
      return `-x -a ${quoted(`${httpMethods.join(' ')} (coze-mint completion endpoints 2>/dev/null </dev/null)`)}`;
    default:
      return `-x -a ${quoted(kind.words.join(' '))}`;
  }
}

/**
 * The script that teaches fish to complete `coze-mint`.
 *
 * @param summaryOf - what a command does, in a few words
 */
export function fishScript(summaryOf: (name: string) => string): string {
  const lines = commandWords.flatMap(({ name, operands, options }) => {
    const when = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
    const [first] = operands;
    const words = typeof first === 'object' ? first.words.join(' ') : '';
    const operandWhen =
      words === ''
        ? when
        : `-n ${quoted(`__fish_seen_subcommand_from ${name}; and not __fish_seen_subcommand_from ${words}`)}`;
    return [
      `complete -c coze-mint -n __fish_use_subcommand -a ${name} -d ${quoted(summaryOf(name))}`,
      ...Object.entries(options).map(
        ([option, kind]) =>
          `complete -c coze-mint ${when} -l ${option}${kind === null ? '' : ` ${offer(kind)}`}`,
      ),
      ...(first === undefined || first === 'text'
        ? []
        : [`complete -c coze-mint ${operandWhen} ${offer(first)}`]),
    ];
  });
  const actions = Object.entries(actionOperands).map(([words, kind]) => {
    const [command = '', action = ''] = words.split(' ');
    const when = `__fish_seen_subcommand_from ${command}; and __fish_seen_subcommand_from ${action}`;
    return `complete -c coze-mint -n ${quoted(when)} ${offer(kind)}`;
  });
  return `# coze-mint, completed by fish. Once: coze-mint completion fish > ~/.config/fish/completions/coze-mint.fish
function _coze_mint_at_files
  set -l word (commandline -ct)
  set -l before (string replace -r '@.*' '@' -- $word)
  string match -q '*@*' -- $word; or return
  for file in (string replace -r '^[^@]*@' '' -- $word)*
    echo $before$file
  end
end
complete -c coze-mint -f
${lines.join('\n')}
${actions.join('\n')}
`;
}
