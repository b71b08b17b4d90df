import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedToken } from '../../../electron/tokens/read-pasted-token.ts';
import { toProblem } from '../../../shared/problem.ts';
import { isSoon } from '../../fixtures/is-soon.ts';

const token = 'pat_RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6RiQJX3cSXSguIhFDzgy';

function refusal(text: string): string {
  try {
    return `taken as ${readPastedToken(text)}`;
  } catch (thrown) {
    return toProblem(thrown).code;
  }
}

describe('readPastedToken', () => {
  it.each([
    token,
    `  ${token}\n`,
    `Bearer ${token}`,
    `bearer  ${token}`,
    `Authorization: Bearer ${token}`,
    `"${token}"`,
    `'Bearer ${token}'`,
    `Bearer "${token}",`,
    `“${token}”`,
    `\`${token}\``,
    `\ufeff${token}`,
  ])('finds the token in %j', (text) => {
    expect(readPastedToken(text)).toBe(token);
  });

  it.each([
    ['', 'paste/empty'],
    [' \n\t', 'paste/empty'],
    ['Bearer', 'paste/empty'],
    ['Bearer ""', 'paste/empty'],
    [`${token} ${token}`, 'paste/white-space'],
    [`${token.slice(0, 20)}\n${token.slice(20)}`, 'paste/white-space'],
    ['令牌', 'paste/characters'],
    [`${token}\u200b`, 'paste/characters'],
    ['pat_\u0000abc', 'paste/characters'],
    ['eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiIxMSJ9.c2lnbmF0dXJl', 'paste/is-jwt'],
    ['Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxMSJ9.', 'paste/is-jwt'],
    ['-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----', 'paste/is-key'],
  ])('refuses %j with %s', (text, code) => {
    expect(refusal(text)).toBe(code);
  });

  it('takes an opaque token that has dots', () => {
    expect(readPastedToken('v1.abc.def')).toBe('v1.abc.def');
  });

  it.each([
    ['closing marks that do not close it', `a${';'.repeat(150_000)}b`, `a${';'.repeat(150_000)}b`],
    ['many names of a scheme', `${'Bearer '.repeat(100_000)}${token}`, token],
  ])('is done soon with %s', (_name, text, expected) => {
    const work = () => {
      expect(readPastedToken(text)).toBe(expected);
    };
    expect(isSoon(work)).toBe(true);
  });

  it('gives what a header can carry, or one of its problems, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const outcome = refusal(text);
        expect(outcome).toMatch(
          /^(?:taken as [\x21-\x7e]+|paste\/(?:empty|is-key|is-jwt|white-space|characters))$/,
        );
      }),
    );
  });

  it('gives back any token that is wrapped in what people copy with it', () => {
    const characters = [...'abcXYZ019_-+/=~'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 80 }), (letters) => {
        const text = `x${letters.join('')}`;
        expect(readPastedToken(` "Bearer ${text}" `)).toBe(text);
      }),
    );
  });
});
