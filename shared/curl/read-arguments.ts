import { type CurlFinding, curlFinding, type TextPlace } from './curl-finding.ts';
import { type CurlOption, longOption, shortOption } from './curl-options.ts';
import type { Word } from './split-command.ts';

/** An option as it was given; a URL that stands alone is one of `--url`. */
export interface Given {
  readonly option: CurlOption;
  /** Empty for an option that takes none. */
  readonly value: string;
  readonly variables: readonly string[];
  readonly place: TextPlace;
}

export interface ReadArguments {
  readonly given: readonly Given[];
  readonly findings: readonly CurlFinding[];
}

const url: CurlOption = { name: 'url', effect: 'url', takesValue: true };

const longestName = 40;

function dashed(name: string): string {
  return `${name.length === 1 ? '-' : '--'}${name.slice(0, longestName)}`;
}

/** curl itself takes `-X=POST` for the method `=POST`, which nobody means. */
function valueAfterLetter({ effect }: CurlOption, rest: string): string {
  return effect === 'request' ? rest.replace(/^=/, '') : rest;
}

/** Options and URLs in their order. Several letters may share a dash, and a value may follow at once or after `=`. */
export function readArguments(words: readonly Word[]): ReadArguments {
  const given: Given[] = [];
  const findings: CurlFinding[] = [];
  let next = 0;
  let optionsEnded = false;

  const take = (option: CurlOption, word: Word, attached: string | null) => {
    const { start, end } = word;
    if (!option.takesValue) {
      given.push({ option, value: '', variables: [], place: { start, end } });
      return;
    }
    const value = attached === null ? words[next] : word;
    if (value === undefined) {
      findings.push(curlFinding('option-without-value', { start, end }, { option: dashed(option.name) }));
      return;
    }
    if (attached === null) next += 1;
    given.push({
      option,
      value: attached ?? value.text,
      variables: value.variables,
      place: { start, end: value.end },
    });
  };

  const readLong = (word: Word) => {
    const name = word.text.slice(2);
    const equals = name.indexOf('=');
    const option = longOption(name) ?? (equals > 0 ? longOption(name.slice(0, equals)) : null);
    if (option === null) {
      findings.push(curlFinding('option-unknown', word, { option: dashed(name.split('=')[0] ?? '') }));
      return;
    }
    const isAttached = equals > 0 && option.takesValue && longOption(name) === null;
    take(option, word, isAttached ? name.slice(equals + 1) : null);
  };

  const readShort = (word: Word) => {
    for (let index = 1; index < word.text.length; index += 1) {
      const option = shortOption(word.text.charAt(index));
      if (option === null) {
        findings.push(curlFinding('option-unknown', word, { option: dashed(word.text.charAt(index)) }));
        return;
      }
      const rest = word.text.slice(index + 1);
      take(option, word, option.takesValue && rest !== '' ? valueAfterLetter(option, rest) : null);
      if (option.takesValue) return;
    }
  };

  while (next < words.length) {
    const word = words[next];
    next += 1;
    if (word === undefined) break;
    if (!optionsEnded && word.text === '--') optionsEnded = true;
    else if (!optionsEnded && word.text.startsWith('--')) readLong(word);
    else if (!optionsEnded && word.text.startsWith('-') && word.text !== '-') readShort(word);
    else if (word.text.trim() !== '') {
      given.push({ option: url, value: word.text, variables: word.variables, place: word });
    }
  }
  return { given, findings };
}
