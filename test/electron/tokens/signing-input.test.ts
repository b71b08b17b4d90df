import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signingInput } from '../../../electron/tokens/signing-input.ts';
import { minifyJson } from '../../../shared/json/minify-json.ts';
import { signingAlgorithms } from '../../../shared/jwt/signing-algorithms.ts';
import { type Problem, toProblem } from '../../../shared/problem.ts';

const header = '{"alg":"RS256","typ":"JWT"}';

function problemOf(headerText: string, payload: string): Pick<Problem, 'code' | 'params'> {
  try {
    signingInput(headerText, payload);
  } catch (thrown) {
    const { code, params } = toProblem(thrown);
    return { code, params };
  }
  throw new Error('it was taken');
}

const decoded = (text: string) =>
  text.split('.').map((segment) => Buffer.from(segment, 'base64url').toString('utf8'));

describe('the signing input', () => {
  it('is RFC 7515 §7.1 over both texts without their white space', () => {
    expect(signingInput('{ "alg": "RS256" }', '{ "a" : 1 }')).toStrictEqual({
      algorithm: 'RS256',
      text: 'eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ',
      names: ['a'],
    });
  });

  it('keeps every digit, escape, duplicate and the order of members', () => {
    const payload =
      '{ "b": 7342866812345678901, "a": 1.0, "id": 9223372036854775807, "b": "\\u4e2d\\/", "中": "😀" }';
    expect(decoded(signingInput(header, payload).text)[1]).toBe(
      '{"b":7342866812345678901,"a":1.0,"id":9223372036854775807,"b":"\\u4e2d\\/","中":"😀"}',
    );
  });

  it.each(signingAlgorithms)('takes %s from the header', (alg) => {
    expect(signingInput(JSON.stringify({ alg }), '{}').algorithm).toBe(alg);
  });

  it('decodes to the minified text, whatever object it is made of', () => {
    const objects = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' }));
    const indents = fc.constantFrom('', ' ', '\t', '    ');
    fc.assert(
      fc.property(objects, indents, (value, indent) => {
        const payload = JSON.stringify(value, null, indent);
        const { text } = signingInput(header, payload);
        expect(text).toMatch(/^[\w-]+\.[\w-]+$/);
        expect(decoded(text)).toStrictEqual([header, minifyJson(payload)]);
        expect(decoded(text)[1]).toBe(JSON.stringify(value));
      }),
    );
  });

  it('is refused with a problem of signing when it is made of arbitrary text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string({ unit: 'binary' })),
        fc.oneof(fc.json(), fc.string({ unit: 'binary' })),
        (first, second) => {
          expect(problemOf(first, second).code).toMatch(/^sign\//);
        },
      ),
    );
  });

  it('takes a mebibyte that nests without end', () => {
    const deep = `{"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}`;
    expect(decoded(signingInput(header, deep).text)[1]).toBe(deep);
  });
});

describe('what cannot be signed', () => {
  it.each(['', '{', '[]', 'null', '1', '"x"', '{"a":1,}', "{'a':1}", '{"a":NaN}', '{} {}', '\ufeff{}'])(
    '%j is no header and no payload',
    (text) => {
      expect(problemOf(text, '{}')).toStrictEqual({
        code: 'sign/not-an-object',
        params: { segment: 'header' },
      });
      expect(problemOf(header, text)).toStrictEqual({
        code: 'sign/not-an-object',
        params: { segment: 'payload' },
      });
    },
  );

  it.each(['{"alg":"none","alg":"RS256"}', '{"alg":"RS256","\\u0061lg":"none"}'])(
    '%s names a parameter twice',
    (text) => {
      expect(problemOf(text, '{}')).toStrictEqual({
        code: 'sign/duplicate-parameter',
        params: { name: 'alg' },
      });
    },
  );

  it('half a surrogate pair, which has no UTF-8; as an escape it is text like any other', () => {
    expect(problemOf(header, '{"a":"\ud83d"}')).toStrictEqual({
      code: 'sign/not-utf8',
      params: { segment: 'payload' },
    });
    expect(decoded(signingInput(header, '{"a":"\\ud83d"}').text)[1]).toBe('{"a":"\\ud83d"}');
  });

  it.each([
    ['{}', { alg: '', reason: 'missing' }],
    ['{"alg":5}', { alg: '', reason: 'not-text' }],
    ['{"alg":null}', { alg: '', reason: 'not-text' }],
    ['{"alg":"none"}', { alg: 'none', reason: 'other' }],
    ['{"alg":"HS256"}', { alg: 'HS256', reason: 'other' }],
    ['{"alg":"ES256"}', { alg: 'ES256', reason: 'other' }],
    ['{"alg":"rs256"}', { alg: 'rs256', reason: 'other' }],
    ['{"alg":"toString"}', { alg: 'toString', reason: 'other' }],
    ['{"__proto__":{"alg":"RS256"}}', { alg: '', reason: 'missing' }],
    [`{"alg":"${'x'.repeat(100)}"}`, { alg: 'x'.repeat(40), reason: 'other' }],
  ])('%s names no algorithm of these keys', (text, params) => {
    expect(problemOf(text, '{}')).toStrictEqual({ code: 'sign/alg-unsupported', params });
  });

  it('a payload that is not encoded', () => {
    expect(problemOf('{"alg":"RS256","b64":false,"crit":["b64"]}', '{}').code).toBe('sign/b64-unsupported');
    expect(signingInput('{"alg":"RS256","b64":true}', '{}').algorithm).toBe('RS256');
  });
});
