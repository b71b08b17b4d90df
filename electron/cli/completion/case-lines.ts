import { httpMethods } from '../../../shared/http-methods.ts';
import { actionOperands, commandWords, type WordKind } from './command-words.ts';

/** How a shell offers what is no name that Coze Mint stores. */
export interface Offers {
  /** Nothing. */
  readonly text: string;
  readonly file: string;
  readonly 'at-file': string;
  readonly words: (words: readonly string[]) => string;
}

const stored = { app: 'apps', key: 'keys', endpoint: 'endpoints' } as const;

function offer(kind: WordKind, offers: Offers): string {
  switch (kind) {
    case 'text':
      return offers.text;
    case 'file':
    case 'at-file':
      return `${offers[kind]}; return`;
    case 'app':
    case 'key':
    case 'endpoint':
      return `_coze_mint_stored ${stored[kind]}; return`;
    case 'target':
      return `${offers.words(httpMethods)}; _coze_mint_stored endpoints; return`;
    default:
      return `${offers.words(kind.words)}; return`;
  }
}

/** The branches of a `case` that say what may follow, as bash and zsh both write them. */
export function caseLines(offers: Offers) {
  const line = (pattern: string, what: string) => `    ${pattern}) ${what} ;;`;
  return {
    /** By command: the names of its options. */
    optionNames: commandWords
      .map(({ name, options }) =>
        line(name, offers.words(Object.keys(options).map((option) => `--${option}`))),
      )
      .join('\n'),
    /** By command and option: its value. */
    optionValues: commandWords
      .flatMap(({ name, options }) =>
        Object.entries(options).flatMap(([option, kind]) =>
          kind === null ? [] : [line(`${name}:--${option}`, offer(kind, offers))],
        ),
      )
      .join('\n'),
    /** By command, action and position. */
    actionOperands: Object.entries(actionOperands)
      .map(([words, kind]) => line(`${words.replace(' ', ':')}:1`, offer(kind, offers)))
      .join('\n'),
    /** By command and position. */
    operands: commandWords
      .flatMap(({ name, operands }) =>
        operands.map((kind, index) => line(`${name}:${index}`, offer(kind, offers))),
      )
      .join('\n'),
  };
}
