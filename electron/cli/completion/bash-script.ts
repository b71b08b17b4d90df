import { caseLines } from './case-lines.ts';
import { commandWords, switchNames } from './command-words.ts';

const lines = caseLines({
  text: 'return',
  file: '_coze_mint_files',
  'at-file': '_coze_mint_at_files',
  words: (words) => `_coze_mint_words "${words.join(' ')}"`,
});

/** The script that teaches bash, 3.2 and newer, to complete `coze-mint`. */
export function bashScript(): string {
  const names = commandWords.map(({ name }) => name).join(' ');
  return `# coze-mint, completed by bash. Once: source <(coze-mint completion bash)
_coze_mint_words() {
  local word
  for word in $1; do
    if [[ $word == "$cur"* ]]; then
      COMPREPLY+=("$word")
      if [[ $word == *: ]]; then compopt -o nospace 2>/dev/null; fi
    fi
  done
}

# The program as it stands on the line, where "~" and quotation marks are not taken out yet.
_coze_mint_program() {
  local home tilde='^(~[A-Za-z0-9._-]*)(/.*)$'
  program=\${COMP_WORDS[0]//[\\\\\\"\\']/}
  if [[ $program =~ $tilde ]]; then
    eval "home=\${BASH_REMATCH[1]}"
    program=$home\${BASH_REMATCH[2]}
  fi
  case $(type -t "$program") in
  file | function) ;;
  *) program=coze-mint ;;
  esac
}

_coze_mint_stored() {
  local line program
  _coze_mint_program
  while IFS= read -r line; do
    if [[ $line == "$cur"* ]]; then
      if [[ -n $quote ]]; then COMPREPLY+=("$line")
      else COMPREPLY+=("$(sed 's/[][ "'"'"'$\`\\\\()&;|<>*?!#~{}]/\\\\&/g' <<<"$line")"); fi
    fi
  done < <("$program" completion "$1" 2>/dev/null </dev/null)
}

_coze_mint_files() {
  local line
  compopt -o filenames 2>/dev/null
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$cur")
}

_coze_mint_at_files() {
  local line
  if [[ $cur != *@* ]]; then return; fi
  compopt -o filenames 2>/dev/null
  while IFS= read -r line; do
    if [[ -d $line ]]; then
      compopt -o nospace 2>/dev/null
      line+=/
    fi
    COMPREPLY+=("\${cur%%@*}@$line")
  done < <(compgen -f -- "\${cur#*@}")
}

# The words of the line as the shell has them: bash cuts them once more, at "=", "@" and ":".
_coze_mint_join() {
  local at piece space rest=$COMP_LINE
  for ((at = 0; at <= COMP_CWORD; at++)); do
    piece=\${COMP_WORDS[at]}
    space=\${rest%%[![:space:]]*}
    rest=\${rest#"$space"}
    if [[ -n $space || at -eq 0 ]]; then words+=("$piece"); else words[\${#words[@]}-1]+=$piece; fi
    rest=\${rest#"$piece"}
  done
}

# Bash replaces only the end of the word ($2), so what stands before that is no part of an answer.
_coze_mint() {
  local words=() word head quote= stem= cur prev at reply
  COMPREPLY=()
  _coze_mint_join
  at=$((\${#words[@]} - 1))
  word=\${words[at]}
  head=
  if [[ $word == *"$2" ]]; then head=\${word:0:\${#word}-\${#2}}; fi
  case $head in
  *[\\"\\'])
    quote=\${head:\${#head}-1}
    head=\${head%?}
    word=$head$2
    ;;
  esac
  prev=\${words[at - 1]}
  if [[ $word == --*=* ]]; then
    prev=\${word%%=*}
    stem=$prev=
    word=\${word#*=}
  fi
  cur=\${word//\\\\/}
  _coze_mint_answer
  for ((at = 0; at < \${#COMPREPLY[@]}; at++)); do
    reply=$stem\${COMPREPLY[at]}
    COMPREPLY[at]=\${reply#"$head"}
  done
}

_coze_mint_answer() {
  local command= action= position=0 at
  for ((at = 1; at < \${#words[@]} - 1; at++)); do
    case \${words[at]} in
    ${switchNames().join(' | ')} | -h | -v | -- | --*=*) ;;
    --*) ((at++)) ;;
    *)
      if [[ -z $command ]]; then command=\${words[at]}
      else
        if [[ -z $action ]]; then action=\${words[at]}; fi
        ((position++))
      fi
      ;;
    esac
  done
  if [[ $prev == --lang ]]; then _coze_mint_words "zh en"; return; fi
  if [[ -z $command ]]; then
    case $cur in
    -*) _coze_mint_words "--help --lang --version" ;;
    *) _coze_mint_words "${names}" ;;
    esac
    return
  fi
  case $command:$prev in
${lines.optionValues}
  esac
  if [[ $cur == -* ]]; then
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

complete -F _coze_mint coze-mint
`;
}
