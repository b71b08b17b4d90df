import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeLanguages, signingCode } from '../../../../shared/jwt/code/signing-code.ts';
import { cozeRecipe, plainRecipe, recipeOf } from './recipes.ts';

const claimsOf = (payload: string) =>
  /const claims = \{\n(.*?)\n\};/s.exec(signingCode('node', recipeOf(payload)) ?? '')?.[1];

describe('signingCode', () => {
  test.each(codeLanguages)('there is no %s for what cannot be signed or sent', (language) => {
    const exchange = (url: string, body: string) => ({ ...cozeRecipe, exchange: { url, body } });
    const recipes = [
      recipeOf('[1]'),
      recipeOf('{"a":1,}'),
      recipeOf(''),
      recipeOf(`{"a":${'['.repeat(64)}${']'.repeat(64)}}`),
      recipeOf('{}', 'null'),
      recipeOf('{}', '{"typ":"JWT"}'),
      recipeOf('{}', '{"alg":"none"}'),
      recipeOf('{}', '{"alg":"HS256"}'),
      recipeOf('{}', '{"alg":"rs256"}'),
      recipeOf('{}', '{"alg":["RS256"]}'),
      recipeOf('{}', '{"alg":"RS256","alg":"none"}'),
      recipeOf('{}', '{"alg":"RS256","b64":false}'),
      { ...plainRecipe, jwt: 'a.b.c\nX: y' },
      { ...plainRecipe, jwt: 'a.b' },
      exchange('ftp://api.coze.cn/', '{}'),
      exchange('/api', '{}'),
      exchange('https://api.coze.cn/', '[]'),
      exchange('https://api.coze.cn/', '{"a":"\ud800"}'),
    ];
    expect(recipes.map((recipe) => signingCode(language, recipe))).toEqual(recipes.map(() => null));
  });

  test.each(codeLanguages)(
    '%s names the address without what a shell or a URL parser would expand',
    (language) => {
      const url = 'https://api.coze.cn/ab/{1,2}/[x]/|^?q=[1-9]\'"\\ é';
      const code = signingCode(language, { ...cozeRecipe, exchange: { url, body: '{}' } });
      expect(code).toContain('https://api.coze.cn/ab/%7B1,2%7D/%5Bx%5D/%7C%5E?q=%5B1-9%5D%27%22%5C%20%C3%A9');
    },
  );

  test('the moments of a JWT keep their distance from the moment in which the program runs', () => {
    expect(claimsOf('{"exp":1767323645,"iat":1767323045,"nbf":1767323040}')).toBe(
      '  exp: now + 600,\n  iat: now,\n  nbf: now - 5,',
    );
    expect(claimsOf('{"iat":1,"iat":1767323045,"exp":1767323045}')).toBe('  iat: now,\n  exp: now,');
  });

  test('what is no whole second stays, and without "iat" nothing moves', () => {
    expect(claimsOf('{"exp":1767323645,"nbf":1767323040}')).toBe('  exp: 1767323645,\n  nbf: 1767323040,');
    expect(claimsOf('{"iat":"1767323045","exp":1767323645}')).toBe(
      "  iat: '1767323045',\n  exp: 1767323645,",
    );
    expect(claimsOf('{"iat":1767323045,"exp":1767323645.5}')).toBe('  iat: now,\n  exp: 1767323645.5,');
    expect(claimsOf('{"iat":1767323045,"exp":99999999999999999999}')).toBe(
      "  iat: now,\n  exp: JSON.rawJSON('99999999999999999999'),",
    );
  });

  test('a "jti" is random when it is a text, at the top only', () => {
    expect(claimsOf('{"jti":"a","b":{"jti":"a","iat":1}}')).toBe(
      "  jti: randomBytes(32).toString('base64url'),\n  b: { jti: 'a', iat: 1 },",
    );
    expect(claimsOf('{"jti":7}')).toBe('  jti: 7,');
  });
});

/** Undoes Unicode escapes as the Java compiler does before it looks for strings (JLS §3.3). */
const unescapeJava = (code: string) =>
  code.replace(/\\(\\|u+([0-9a-f]{4}))/g, (pair, _, digits: string | undefined) =>
    digits === undefined ? pair : String.fromCharCode(Number.parseInt(digits, 16)),
  );

const doubleQuoted = /"(?:[^"\\\r\n]|\\.)*"/u.source;
const literals = {
  python: new RegExp(`#[^\\n]*|${doubleQuoted}`, 'gu'),
  node: /\/\/[^\n]*|`[^`]*`|'(?:[^'\\\r\n]|\\.)*'/gu,
  go: new RegExp(`//[^\\n]*|\`[^\`]*\`|${doubleQuoted}`, 'gu'),
  java: new RegExp(`/\\*(?:[^*]|\\*(?!/))*\\*/|//[^\\n]*|"""\\n(?:[^\\\\]|\\\\.)*?"""|${doubleQuoted}`, 'gu'),
};

/** The code with every literal and comment taken out, and the layout that depends on their length. */
function skeleton(language: keyof typeof literals, code: string): string {
  const read = language === 'java' ? unescapeJava(code) : code;
  return read.replace(literals[language], '§').replace(/[\s,]/g, '');
}

describe('text from a token', () => {
  const hostile = fc.string({
    unit: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom("'", '"', '\\', '`', '$', '{', '}', '\n', '\r', '#', '/', '*', '%'),
      },
      fc.constantFrom(
        'u0022',
        'u000a',
        'x22',
        '"""',
        "'''",
        '\u2028',
        '\u202e',
        '\ufeff',
        '\0',
        '扣',
        '😀',
        '\\u',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 30,
  });

  test.each(['python', 'node', 'go', 'java'] as const)('never leaves its literal in %s', (language) => {
    const codeWith = (text: string) => {
      const body = JSON.stringify({ 'a-b': { [`-${text}`]: text } });
      return signingCode(language, {
        header: JSON.stringify({ alg: 'RS256', typ: `x${text}x`, 'a-b': [`x${text}x`] }),
        payload: JSON.stringify({ sub: text, 'a-b': { [`-${text}`]: [text] }, [`-${text}`]: 1, n: 'é' }),
        jwt: null,
        exchange: { url: `https://api.coze.cn/?${encodeURIComponent(text)}`, body },
      });
    };
    const harmless = skeleton(language, codeWith('x') ?? '');
    expect(harmless).toContain('§');
    fc.assert(
      fc.property(
        hostile.filter((text) => !/\p{Cs}/u.test(text)),
        (text) => {
          expect(skeleton(language, codeWith(text) ?? '')).toBe(harmless);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each(codeLanguages)('any payload gives %s or none, and never throws', (language) => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.oneof(fc.json(), fc.string()), (header, payload) => {
        signingCode(language, recipeOf(payload, header));
        signingCode(language, recipeOf(payload));
      }),
    );
  });
});
