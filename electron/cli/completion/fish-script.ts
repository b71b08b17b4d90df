import { httpMethods } from '../../../shared/http-methods.ts';
import { actionOperands, commandWords, switchNames, type WordKind } from './command-words.ts';

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const stored = (what: string) => `(_coze_mint_stored ${what})`;

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
      return `-x -a ${quoted(stored('apps'))}`;
    case 'key':
      return `-x -a ${quoted(stored('keys'))}`;
    case 'endpoint':
      return `-x -a ${quoted(stored('endpoints'))}`;
    case 'target':
      return `-x -a ${quoted(`${httpMethods.join(' ')} ${stored('endpoints')}`)}`;
    default:
      return `-x -a ${quoted(kind.words.join(' '))}`;
  }
}

const complete = (condition: string, rest: string) =>
  `complete -c coze-mint -n ${quoted(`_coze_mint_at ${condition}`)} ${rest}`;

/** `--lang` stands for every place, so that a value of it is never taken for a command. */
function optionLines({ name, options }: (typeof commandWords)[number]): readonly string[] {
  return Object.entries(options)
    .filter(([option]) => option !== 'lang')
    .map(([option, kind]) =>
      complete(`${name} '*'`, `-l ${option}${kind === null ? '' : ` ${offer(kind)}`}`),
    );
}

function operandLines({ name, operands }: (typeof commandWords)[number]): readonly string[] {
  return operands.flatMap((kind, position) =>
    kind === 'text' ? [] : [complete(`${name} ${position}`, offer(kind))],
  );
}

/** Words that have no value after them; a pattern that begins with a bare dash would be an option of fish's own. */
const switches = [...switchNames(), '-h', '-v', '--', '--*=*'];

/**
 * The script that teaches fish to complete `coze-mint`.
 *
 * @param summaryOf - what a command does, in a few words
 */
export function fishScript(summaryOf: (name: string) => string): string {
  const lines = [
    ...commandWords.map(({ name }) => complete("''", `-a ${name} -d ${quoted(summaryOf(name))}`)),
    ...commandWords.flatMap(optionLines),
    ...commandWords.flatMap(operandLines),
    ...Object.entries(actionOperands).map(([words, kind]) => {
      const [command = '', action = ''] = words.split(' ');
      return complete(`${command} 1 ${action}`, offer(kind));
    }),
  ];
  return `# coze-mint, completed by fish. Once: coze-mint completion fish > ~/.config/fish/completions/coze-mint.fish

# The words before the cursor that are neither the program nor an option nor its value.
function _coze_mint_words
  set -l is_value no
  for word in (commandline -opc)[2..-1]
    if test $is_value = yes
      set is_value no
      continue
    end
    switch $word
      case ${switches.map(quoted).join(' ')}
      case '--*'
        set is_value yes
      case '*'
        echo -- $word
    end
  end
end

# Whether the cursor is where COMMAND has its operand POSITION ("*": any), after ACTION where one is named.
function _coze_mint_at -a name position action
  set -l words (_coze_mint_words)
  test "$words[1]" = "$name"; or return
  test -z "$name" -o "$position" = '*'; or test (count $words) -eq (math $position + 1); or return
  test -z "$action" -o "$words[2]" = "$action"
end

function _coze_mint_stored
  set -l program (string replace -r '^~(?=/)' -- $HOME (commandline -opc)[1])
  type -q -- $program; or set program coze-mint
  $program completion $argv[1] 2>/dev/null </dev/null
end

function _coze_mint_at_files
  set -l word (string replace -r -- '^--[a-z-]+=' '' (commandline -ct))
  set -l word (string unescape -- $word; or string unescape -- $word'"'; or string unescape -- $word"'")
  string match -q '*@*' -- $word; or return
  set -l before (string replace -r '@.*' '@' -- $word)
  for file in (string replace -r '^[^@]*@' '' -- $word)*
    test -d $file; and set file $file/
    echo -- $before$file
  end
end

complete -c coze-mint -f
complete -c coze-mint -l lang -x -a 'zh en'
${complete("''", '-s h -l help')}
${complete("''", '-s v -l version')}
${lines.join('\n')}
`;
}
