import type { Normalisation } from '../../shared/coze/key.ts';

/** A text after some of what happens to keys on their way was undone, and what that was. */
export interface CleanText {
  readonly text: string;
  readonly done: readonly Normalisation[];
}

interface Step {
  readonly names: Normalisation;
  readonly apply: (text: string) => string;
}

const oddCharacters: Step = {
  names: 'odd-characters',
  apply: (text) =>
    text
      .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060]/g, '')
      .replace(/[\u00A0\u2000-\u200A\u202F\u3000]/g, ' ')
      .replace(/[\u0085\u2028\u2029]/g, '\n')
      .replace(/[\u2010-\u2015\u2212\u2500\uFE58\uFE63\uFF0D]/g, '-')
      .replace(/[\u2018-\u201F\uFF02\uFF07]/g, '"'),
};

const alwaysSafe: readonly Step[] = [
  { names: 'bom', apply: (text) => text.replace(/\uFEFF/g, '') },
  { names: 'crlf', apply: (text) => text.replace(/\r\n?/g, '\n') },
];

// Each pattern starts at the first backslash of a run: linear in the text's length.
const escapes: readonly Step[] = [
  { names: 'literal-newlines', apply: (text) => text.replace(/(?<!\\)\\+(?:r\\+n|[rn]|$)/gm, '\n') },
  {
    names: 'quotes',
    apply: (text) =>
      text
        .replace(/(?<!\\)\\+u([0-9a-f]{4})/gi, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        )
        .replace(/(?<!\\)\\+(["'/])/g, '$1'),
  },
];

/** Removes byte order marks and makes every line end LF; leaves escapes alone, so that JSON can still be parsed. */
export function cleanLineEnds(text: string): CleanText {
  return applySteps(text, alwaysSafe);
}

/** Also resolves escapes: `\n` in letters, `\/` and `\u003d` of JSON strings, a backslash before a line end. */
export function resolveEscapes(text: string): CleanText {
  return applySteps(text, escapes);
}

/** Also replaces invisible and look-alike characters. */
export function replaceOddCharacters(text: string): CleanText {
  return applySteps(text, [oddCharacters]);
}

function applySteps(text: string, steps: readonly Step[]): CleanText {
  let current = text;
  const done: Normalisation[] = [];
  for (const step of steps) {
    const next = step.apply(current);
    if (next !== current) done.push(step.names);
    current = next;
  }
  return { text: current, done };
}
