import { caseLines } from './case-lines.ts';
import { commandWords, switchNames } from './command-words.ts';

/** What ends in a colon is gone on with, so no space follows it. */
function added(words: readonly string[]): string {
  const whole = words.filter((word) => !word.endsWith(':'));
  const begun = words.filter((word) => word.endsWith(':'));
  return [
    ...(whole.length === 0 ? [] : [`compadd -- ${whole.join(' ')}`]),
    ...(begun.length === 0 ? [] : [`compadd -S '' -- ${begun.join(' ')}`]),
  ].join('; ');
}

const lines = caseLines({
  text: 'return 1',
  file: '_files',
  'at-file': 'compset -P "*@" && _files',
  words: added,
});

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * The script that teaches zsh to complete `coze-mint`: sourced after `compinit`, or in a file `_coze-mint` on `fpath`.
 *
 * @param summaryOf - what a command does, in a few words
 */
export function zshScript(summaryOf: (name: string) => string): string {
  const described = commandWords.map(
    ({ name }) => `    ${quoted(`${name}:${summaryOf(name).replaceAll(':', '\\:')}`)}`,
  );
  return `#compdef coze-mint
# coze-mint, completed by zsh. Once, after compinit: source <(coze-mint completion zsh)
_coze_mint_stored() {
  local -a lines
  local program=\${(Q)words[1]}
  if [[ $program == \\~*/* ]]; then program=\${~\${program%%/*}}/\${program#*/}; fi
  if ! whence -- $program >/dev/null; then program=coze-mint; fi
  lines=("\${(@f)$("$program" completion $1 2>/dev/null </dev/null)}")
  compadd -- \${lines:#}
}

_coze_mint() {
  local command action at prev=\${words[CURRENT-1]}
  local -i position=0
  local -a commands
  for ((at = 2; at < CURRENT; at++)); do
    case \${words[at]} in
    ${switchNames().join(' | ')} | -h | -v | -- | --*=*) ;;
    --*) ((at++)) ;;
    *)
      if [[ -z $command ]]; then command=\${words[at]}
      else
        [[ -z $action ]] && action=\${words[at]}
        ((position++))
      fi
      ;;
    esac
  done
  if [[ $prev == --lang ]]; then compadd -- zh en; return; fi
  if [[ -z $command ]]; then
    if [[ $PREFIX == -* ]]; then compadd -- --help --lang --version; return; fi
    commands=(
${described.join('\n')}
    )
    _describe command commands
    return
  fi
  if compset -P '--*='; then prev=\${IPREFIX%=}; fi
  case $command:$prev in
${lines.optionValues}
  esac
  if [[ $PREFIX == -* ]]; then
    case $command in
${lines.optionNames}
    esac
    return
  fi
  case $command:$action:$position in
${lines.actionOperands}
  esac
  case $command:$position in
${lines.operands}
  esac
}

if [[ \${funcstack[1]} == _coze[-_]mint ]]; then _coze_mint "$@"; else compdef _coze_mint coze-mint; fi
`;
}
