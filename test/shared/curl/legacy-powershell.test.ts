import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  legacyPowershellArgument,
  readLegacyPowershellArgument,
} from '../../../shared/curl/legacy-powershell.ts';
import { windowsArguments } from '../../../shared/curl/windows-arguments.ts';
import { isSoon } from '../../fixtures/is-soon.ts';
import { anyText } from './requests.ts';

/** `NativeCommandParameterBinder.NeedQuotes` of Windows PowerShell 5.1, and of PowerShell 6 to 7.2. */
function needsQuotes(argument: string, version: 5 | 6): boolean {
  let count = 0;
  for (const [at, char] of [...argument].entries()) {
    const isEscaped = version === 6 && argument[at - 1] === '\\';
    if (char === '"' && !isEscaped) count += 1;
    else if (/\s/.test(char) && count % 2 === 0) return true;
  }
  return false;
}

function programGets(argument: string, version: 5 | 6): readonly string[] {
  const end = version === 6 ? (/\\+$/.exec(argument)?.[0] ?? '') : '';
  const line = needsQuotes(argument, version) ? `"${argument}${end}"` : argument;
  // Another argument after it, which an open quote would swallow.
  return windowsArguments(`${line} next`).map(({ text }) => text);
}

const versions = [5, 6] as const;
const char = fc.constantFrom(...'"\\ \t\nab扣{}:');

describe('an argument for PowerShell before 7.3', () => {
  test.each([
    ['plain', 'plain'],
    ['', '""'],
    ['a b', 'a b'],
    ['C:\\a\\', 'C:\\a\\'],
    ['C:\\a b\\', '"C:\\a b\\\\"'],
    ['{"a":1}', '{\\"a\\":1}'],
    ['{"a": "b c"}', '{\\"a\\": \\"b c\\"}'],
    // In 5.1 the blank is inside of what it takes for quotes, so that it would put none around.
    ['{"a":"b c"}', '{""a"":""b c""}'],
    ['["a\\\\","b c"]', '[\\"a\\\\\\\\\\",""b c""]'],
  ])('%s', (text, argument) => {
    expect(legacyPowershellArgument(text)).toBe(argument);
    for (const version of versions) expect(programGets(argument, version)).toEqual([text, 'next']);
    expect(readLegacyPowershellArgument(argument)).toBe(text);
  });

  test('is there for any JSON', () => {
    const json = fc
      .tuple(fc.jsonValue({ stringUnit: char }), fc.constantFrom(undefined, 2))
      .map(([value, indent]) => JSON.stringify(value, null, indent));
    fc.assert(
      fc.property(json, (text) => {
        const argument = legacyPowershellArgument(text) ?? '';
        for (const version of versions) expect(programGets(argument, version)).toEqual([text, 'next']);
      }),
      { numRuns: 500 },
    );
  });

  test('gives a program the text, or is said not to be there', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: char, maxLength: 12 })), (text) => {
        const argument = legacyPowershellArgument(text);
        if (argument === null) expect(text).toMatch(/\\"/);
        else for (const version of versions) expect(programGets(argument, version)).toEqual([text, 'next']);
      }),
      { numRuns: 500 },
    );
  });

  test('is made and read in proportion to its length', () => {
    const text = `a ${'\\'.repeat(60_000)}b`;
    const work = () => {
      expect(legacyPowershellArgument(text)).toBe(text);
      expect(readLegacyPowershellArgument(text)).toBe(text);
    };
    expect(isSoon(work)).toBe(true);
  });

  test('is not there where nothing is right for both', () => {
    expect(legacyPowershellArgument('\\" a')).toBeNull();
  });
});
