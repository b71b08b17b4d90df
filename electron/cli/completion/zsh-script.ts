import { httpMethods } from '../../../shared/http-methods.ts';
import {
  actionOperands,
  type CommandWords,
  commandWords,
  switchNames,
  type WordKind,
} from './command-words.ts';

function offer(kind: WordKind): string {
  switch (kind) {
    case 'text':
      return 'return 1';
    case 'file':
      return '_files; return';
    case 'at-file':
      return 'compset -P "*@" && _files; return';
    case 'app':
      return '_coze_mint_stored apps; return';
    case 'key':
      return '_coze_mint_stored keys; return';
    case 'endpoint':
      return '_coze_mint_stored endpoints; return';
    case 'target':
      return `compadd -- ${httpMethods.join(' ')}; _coze_mint_stored endpoints; return`;
    default:
      return `compadd -- ${kind.words.join(' ')}; return`;
  }
}

type Named = CommandWords & { readonly name: string };

function optionLines({ name, options }: Named): readonly string[] {
  return Object.entries(options).flatMap(([option, kind]) =>
    kind === null ? [] : [`    ${name}:--${option}) ${offer(kind)} ;;`],
  );
}

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
  const optionsOf = commandWords.map(
    ({ name, options }) =>
      `    ${name}) compadd -- ${Object.keys(options)
        .map((option) => `--${option}`)
        .join(' ')} ;;`,
  );
  const actions = Object.entries(actionOperands).map(
    ([words, kind]) => `    ${words.replace(' ', ':')}:1) ${offer(kind)} ;;`,
  );
  const operands = commandWords.flatMap(({ name, operands }) =>
    operands.map((kind, index) => `    ${name}:${index}) ${offer(kind)} ;;`),
  );
  return `#compdef coze-mint
# coze-mint, completed by zsh. Once, after compinit: source <(coze-mint completion zsh)
_coze_mint_stored() {
  local -a lines
  lines=("\${(@f)$("\${(Q)words[1]}" completion $1 2>/dev/null </dev/null)}")
  compadd -- \${lines:#}
}

_coze_mint() {
  local command action at prev=\${words[CURRENT-1]}
  local -i position=0
  local -a commands
  for ((at = 2; at < CURRENT; at++)); do
    case \${words[at]} in
    ${switchNames().join(' | ')} | -h | --*=*) ;;
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
  if [[ -z $command || $command == help ]]; then
    commands=(
${described.join('\n')}
    )
    _describe command commands
    return
  fi
  if compset -P '--*='; then prev=\${IPREFIX%=}; fi
  case $command:$prev in
${commandWords.flatMap(optionLines).join('\n')}
  esac
  if [[ $PREFIX == -* ]]; then
    case $command in
${optionsOf.join('\n')}
    esac
    return
  fi
  case $command:$action:$position in
${actions.join('\n')}
  esac
  case $command:$position in
${operands.join('\n')}
  esac
}

if [[ \${funcstack[1]} == _coze[-_]mint ]]; then _coze_mint "$@"; else compdef _coze_mint coze-mint; fi
`;
}
