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
      return 'return';
    case 'file':
      return '_coze_mint_files "$cur"; return';
    case 'at-file':
      return '_coze_mint_at_files "$cur"; return';
    case 'app':
      return '_coze_mint_stored apps; return';
    case 'key':
      return '_coze_mint_stored keys; return';
    case 'endpoint':
      return '_coze_mint_stored endpoints; return';
    case 'target':
      return `_coze_mint_words "${httpMethods.join(' ')}"; _coze_mint_stored endpoints; return`;
    default:
      return `_coze_mint_words "${kind.words.join(' ')}"; return`;
  }
}

function optionLines({ name, options }: CommandWords & { readonly name: string }): readonly string[] {
  return Object.entries(options).flatMap(([option, kind]) =>
    kind === null ? [] : [`    ${name}:--${option}) ${offer(kind)} ;;`],
  );
}

function operandLines({ name, operands }: CommandWords & { readonly name: string }): readonly string[] {
  return operands.map((kind, index) => `    ${name}:${index}) ${offer(kind)} ;;`);
}

/** The script that teaches bash, 3.2 and newer, to complete `coze-mint`. */
export function bashScript(): string {
  const names = commandWords.map(({ name }) => name).join(' ');
  const optionsOf = commandWords.map(
    ({ name, options }) =>
      `    ${name}) _coze_mint_words "${Object.keys(options)
        .map((option) => `--${option}`)
        .join(' ')}" ;;`,
  );
  const actions = Object.entries(actionOperands).map(
    ([words, kind]) => `    ${words.replace(' ', ':')}:1) ${offer(kind)} ;;`,
  );
  return `# coze-mint, completed by bash. Once: source <(coze-mint completion bash)
_coze_mint_words() {
  local word
  for word in $1; do
    if [[ $word == "$cur"* ]]; then COMPREPLY+=("$word"); fi
  done
}

_coze_mint_stored() {
  local line plain
  plain=\${cur//\\\\/}
  plain=\${plain#[\\"\\']}
  while IFS= read -r line; do
    if [[ $line == "$plain"* ]]; then
      if [[ $cur == [\\"\\']* ]]; then COMPREPLY+=("$line")
      else COMPREPLY+=("$(sed 's/[][ "'"'"'$\`\\\\()&;|<>*?!#~{}]/\\\\&/g' <<<"$line")"); fi
    fi
  done < <("\${COMP_WORDS[0]}" completion "$1" 2>/dev/null </dev/null)
}

_coze_mint_files() {
  local line
  compopt -o filenames 2>/dev/null
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$1")
}

_coze_mint_at_files() {
  local line
  if [[ $1 != @* ]]; then return; fi
  compopt -o nospace 2>/dev/null
  while IFS= read -r line; do COMPREPLY+=("@$line"); done < <(compgen -f -- "\${1#@}")
}

_coze_mint() {
  local cur prev command action position at
  COMPREPLY=()
  cur=\${COMP_WORDS[COMP_CWORD]}
  prev=\${COMP_WORDS[COMP_CWORD-1]}
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  command= action= position=0
  for ((at = 1; at < COMP_CWORD; at++)); do
    case \${COMP_WORDS[at]} in
    ${switchNames().join(' | ')} | -h) ;;
    --*) if [[ \${COMP_WORDS[at+1]} == = ]]; then ((at += 2)); else ((at++)); fi ;;
    *)
      if [[ -z $command ]]; then command=\${COMP_WORDS[at]}
      else
        if [[ -z $action ]]; then action=\${COMP_WORDS[at]}; fi
        ((position++))
      fi
      ;;
    esac
  done
  if [[ $cur == @* ]]; then _coze_mint_at_files "$cur"; return; fi
  if [[ $prev == --lang ]]; then _coze_mint_words "zh en"; return; fi
  if [[ -z $command || $command == help ]]; then
    case $cur in
    -*) _coze_mint_words "--help --lang" ;;
    *) _coze_mint_words "${names} help" ;;
    esac
    return
  fi
  case $command:$prev in
${commandWords.flatMap(optionLines).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${optionsOf.join('\n')}
    esac
    return
  fi
  case $command:$action:$position in
${actions.join('\n')}
  esac
  case $command:$position in
${commandWords.flatMap(operandLines).join('\n')}
  esac
}

complete -F _coze_mint coze-mint
`;
}
