import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memberValue, sourceOf } from '../../../shared/json/json-members.ts';
import { decodeToken } from '../../../shared/jwt/decode-token.ts';
import { maxTokenLength } from '../../../shared/jwt/token-limits.ts';
import { base64url, encodeToken } from '../../fixtures/jwt/encode-token.ts';
import {
  es256Token,
  hs256Token,
  jweToken,
  rfcClaimsText,
  rs256Token,
  unsecuredToken,
} from '../../fixtures/jwt/rfc-tokens.ts';

const sample = readFileSync(
  new URL('../../fixtures/jwt/coze-channel-sample.txt', import.meta.url),
  'utf8',
).trim();
const plainHeader = '{"alg":"RS256"}';

function codesOf(token: string): string[] {
  return decodeToken(token).findings.map(({ code }) => code);
}

describe('decodeToken', () => {
  test.each([
    [hs256Token, '{"typ":"JWT",\r\n "alg":"HS256"}', 32],
    [rs256Token, '{"alg":"RS256"}', 256],
    [es256Token, '{"alg":"ES256"}', 64],
  ])('takes the examples of RFC 7515 apart', (token, header, signatureBytes) => {
    const decoded = decodeToken(token);
    expect(decoded.format).toBe('jws');
    expect(decoded.header).toMatchObject({ text: header, kind: 'json' });
    expect(decoded.payload).toMatchObject({ text: rfcClaimsText, kind: 'json' });
    expect(decoded.signature?.length).toBe(signatureBytes);
    expect(decoded.findings).toEqual([]);
  });

  test('an unsecured token is well formed and noted', () => {
    expect(decodeToken(unsecuredToken)).toMatchObject({
      format: 'jws',
      findings: [{ code: 'alg-none', severity: 'warning', segment: 'header', path: '/alg' }],
    });
    expect(codesOf(`${unsecuredToken}AAAA`)).toEqual(['alg-none', 'alg-none-signed']);
  });

  test('the example of RFC 7516 is encrypted: header only', () => {
    const decoded = decodeToken(jweToken);
    expect(decoded.format).toBe('jwe');
    expect(decoded.header.text).toBe('{"alg":"RSA1_5","enc":"A128CBC-HS256"}');
    expect(decoded.payload).toEqual({ raw: '', text: null, tree: null, kind: null });
    expect(decoded.signature).toBeNull();
    expect(decoded.findings).toMatchObject([{ code: 'jwe-encrypted', severity: 'note' }]);
  });

  test('the documentation sample shows what stands before each mask', () => {
    const decoded = decodeToken(sample);
    expect(decoded.format).toBe('broken');
    expect(decoded.header).toMatchObject({
      kind: 'text',
      text: '{"alg":"RS256","typ":"JWT","kid":"vYwfltTu9fAmkpXXRvtyRdDstN5S3ecEp1jW0zuT2D',
    });
    expect(decoded.payload).toMatchObject({
      kind: 'text',
      text: '{"iss":"310000000002","aud":"api.coze.com","iat":1516239022,"exp":1916259022,"jti":"fhjhalskjfadsjewq',
    });
    expect(decoded.findings.map(({ code, segment, offset }) => [code, segment, offset])).toEqual([
      ['masked', 'header', 102],
      ['masked', 'payload', 135],
      ['masked', 'signature', 338],
    ]);
  });

  test('Chinese, emoji and 64-bit integers come through whole', () => {
    const text = '{"名字":"扣子 🧪","id":7342866812345678901,"n":1e400,"z":1,"a":2}';
    const decoded = decodeToken(encodeToken(plainHeader, text));
    expect(decoded.payload.text).toBe(text);
    const id = decoded.payload.tree === null ? null : memberValue(decoded.payload.tree, 'id');
    expect(id === null ? '' : sourceOf(text, id)).toBe('7342866812345678901');
    expect(decoded.findings).toMatchObject([
      { code: 'integer-beyond-double', severity: 'note', path: '/id' },
    ]);
  });

  test.each([
    ['', ['token-empty']],
    ['   ', ['token-empty']],
    ['..', ['header-empty', 'payload-empty', 'signature-empty']],
    [base64url(plainHeader), ['segments-missing']],
    [`${base64url(plainHeader)}.${base64url('{}')}`, ['segments-missing']],
    [`${base64url(plainHeader)}.${base64url('{}')}.`, ['signature-empty']],
    [`${base64url(plainHeader)}..AAAA`, ['payload-empty', 'signature-length']],
    [`${hs256Token}.AAAA`, ['segments-extra']],
    [`${rs256Token}.a.b.c.d.e.f.g`, ['segments-extra']],
    [encodeToken('{"typ":"JWT"}', '{}'), ['alg-missing']],
    [encodeToken('{"alg":1}', '{}'), ['alg-not-string']],
    [encodeToken('[1]', '{}'), ['header-not-object']],
    [encodeToken('"RS256"', '{}'), ['header-not-object']],
    [encodeToken(plainHeader, '[]'), ['payload-not-object']],
    [encodeToken(plainHeader, '7'), ['payload-not-object']],
    [encodeToken(plainHeader, 'hello'), ['payload-not-json']],
    [encodeToken('{"alg":"none"}', '{}', ''), ['alg-none']],
    [encodeToken('{"alg":"nOnE"}', '{}', ''), ['alg-none']],
    [encodeToken('{"alg":"A","crit":["exp"],"exp":1}', '{}'), ['crit-not-understood']],
    [encodeToken('{"alg":"A","crit":["exp"]}', '{}'), ['crit-invalid']],
    [encodeToken('{"alg":"A","crit":["alg"]}', '{}'), ['crit-invalid']],
    [encodeToken('{"alg":"A","crit":["x",7]}', '{}'), ['crit-invalid', 'crit-invalid']],
    [encodeToken('{"alg":"A","crit":[]}', '{}'), ['crit-invalid']],
    [encodeToken('{"alg":"A","crit":"b64"}', '{}'), ['crit-invalid']],
    [
      encodeToken('{"alg":"A","b64":false}', '{}').replace('.e30.', '.{}.'),
      ['b64-false', 'b64-without-crit'],
    ],
    [encodeToken('{"alg":"A","b64":false,"crit":["b64"]}', '{}').replace('.e30.', '.{}.'), ['b64-false']],
    [
      encodeToken('{"alg":"A","b64":false,"crit":["b64","b64"]}', '{}').replace('.e30.', '.{}.'),
      ['crit-duplicate', 'b64-false'],
    ],
    [encodeToken('{"alg":"A","b64":"false","crit":["b64"]}', '{}'), ['b64-not-boolean']],
    [encodeToken('{"alg":"A","b64":null}', '{}'), ['b64-not-boolean']],
    [encodeToken('{"alg":"A","b64":true,"crit":["b64"]}', '{}'), []],
    [
      encodeToken('{"alg":"A","b64":false,"crit":["b64"]}', '{}').replace('.e30.', '.{"a":"中"}.'),
      ['b64-false', 'b64-payload-character'],
    ],
    [
      encodeToken('{"alg":"A","b64":false,"crit":["b64"]}', '{}').replace('.e30.', '.{\n}.'),
      ['b64-false', 'b64-payload-character'],
    ],
    [
      encodeToken('{"alg":"A","b64":false,"crit":["b64"]}', '{}').replace('.e30.', '.{"a":1.5}.'),
      ['b64-payload-character', 'segments-extra', 'b64-false', 'invalid-json', 'invalid-character'],
    ],
    [encodeToken('{"alg":"A","kid":7}', '{}'), ['claim-not-string']],
    [encodeToken(plainHeader, '{"iss":310000000002,"aud":[1]}'), ['claim-not-string', 'claim-not-string']],
    [encodeToken(plainHeader, '{"exp":"1516259022","iat":null}'), ['time-not-number', 'time-not-number']],
    [encodeToken(plainHeader, '{"exp":1516259022000}'), ['time-milliseconds']],
    [encodeToken(plainHeader, '{"exp":1790000000000000}'), ['time-microseconds']],
    [encodeToken(plainHeader, '{"exp":1790000000000000000}'), ['integer-beyond-double', 'time-nanoseconds']],
    [encodeToken(plainHeader, '{"exp":1516259022.5}'), ['time-fraction']],
    [encodeToken(plainHeader, '{"a":1,"b":{"c":1,"c":2},"a":3}'), ['duplicate-member', 'duplicate-member']],
    [encodeToken(plainHeader, `{"a":${'['.repeat(70)}${']'.repeat(70)}}`), ['too-deep']],
    [encodeToken(plainHeader, `[${'1,'.repeat(10_000)}1]`), ['too-many-members']],
    [encodeToken('{"alg":"dir"}', '{}', 'AAAA.AAAA.AAAA'), ['segments-extra']],
  ])('%.60s has %j', (token, codes) => {
    expect(codesOf(token)).toEqual(codes);
  });

  test.each([
    [
      'standard base64',
      `${base64url(plainHeader)}.eyJhIjoi4Lij4Lij8J+Yg/8ifQ.AAAA`,
      'standard-base64',
      'payload',
      18,
    ],
    ['padding', `${base64url(plainHeader)}.e30=.AAAA`, 'padding', 'payload', 3],
    ['a space', `${base64url(plainHeader)}.e3 0.AAAA`, 'whitespace-inside', 'payload', 2],
    ['a foreign character', `${base64url(plainHeader)}.e30.AA中A`, 'invalid-character', 'signature', 2],
    ['an impossible length', `${base64url(plainHeader)}.e30.AAAAA`, 'length-impossible', 'signature', 4],
    ['trailing bits', `${base64url(plainHeader)}.e31.AAAA`, 'trailing-bits', 'payload', 2],
    [
      'bytes that are not UTF-8',
      encodeToken(plainHeader, Buffer.from('7b2261223a22ff227d', 'hex')),
      'invalid-utf8',
      'payload',
      8,
    ],
    ['a comma too many', encodeToken(plainHeader, '{"a":1,}'), 'invalid-json', 'payload', 9],
    ['a repeated name', encodeToken(plainHeader, '{"a":1,"a":2}'), 'duplicate-member', 'payload', 9],
  ])('%s is named to the character', (_name, token, code, segment, offset) => {
    expect(decodeToken(token).findings).toContainEqual(expect.objectContaining({ code, segment, offset }));
  });

  test('a date that is text is worse where it decides whether the token counts', () => {
    const claims = '{"exp":"1","updated_at":"2026-01-01T00:00:00Z"}';
    expect(decodeToken(encodeToken(plainHeader, claims)).findings).toMatchObject([
      { code: 'time-not-number', severity: 'error', path: '/exp' },
      { code: 'time-not-number', severity: 'warning', path: '/updated_at' },
    ]);
  });

  test('a JSON error carries line, column and reason', () => {
    const [finding] = decodeToken(encodeToken(plainHeader, '{\n  "中": tru\n}')).findings;
    expect(finding?.params).toEqual({ line: 2, column: 8, reason: 'invalid-symbol' });
  });

  test('a megabyte of nesting, of members, of dots and of masks comes back', () => {
    const long = 700_000;
    expect(codesOf(encodeToken(plainHeader, '['.repeat(long)))).toEqual(['too-deep']);
    expect(codesOf(encodeToken(plainHeader, `{${'"a":1,'.repeat(9_000)}"a":1}`))).toHaveLength(100);
    expect(codesOf('.'.repeat(long))).toEqual([
      'segments-extra',
      'header-empty',
      'payload-empty',
      'signature-empty',
    ]);
    expect(codesOf(`${base64url(plainHeader)}.${'*'.repeat(long)}.`)).toEqual(['masked', 'signature-empty']);
    expect(codesOf(`${base64url(plainHeader)}.${' '.repeat(long)}e30.${'A'.repeat(342)}`)).toEqual([
      'whitespace-inside',
    ]);
  });

  test('a token over the limit is still told by its header', () => {
    const decoded = decodeToken(`${base64url(plainHeader)}.${'A'.repeat(maxTokenLength)}.AAAA`);
    expect(decoded).toMatchObject({ format: 'jws', header: { text: plainHeader }, payload: { text: null } });
    expect(decoded.findings).toMatchObject([{ code: 'too-large', params: { limit: 1_048_576 } }]);
  });

  test('never throws on any text', () => {
    const piece = fc.constantFrom(
      'eyJ',
      '.',
      'e30',
      '*',
      '=',
      '+',
      ' ',
      '中',
      'AAAA',
      base64url(plainHeader),
      base64url('{"crit":[1]}'),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (source) => decodeToken(source).text === source.trim()),
      { numRuns: 2000 },
    );
  });

  test('every offset lies inside its segment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 40 }), (header, payload) => {
        const decoded = decodeToken(encodeToken(header, payload));
        const lengths = {
          token: decoded.text.length,
          header: decoded.header.raw.length,
          payload: decoded.payload.raw.length,
          signature: 4,
        };
        for (const { segment, offset } of decoded.findings) {
          expect(offset ?? 0).toBeGreaterThanOrEqual(0);
          expect(offset ?? 0).toBeLessThanOrEqual(lengths[segment]);
        }
      }),
    );
  });

  test('what is encoded is decoded, byte for byte', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()),
        fc.uint8Array({ minLength: 1 }),
        (claims, signature) => {
          const text = JSON.stringify(claims);
          const decoded = decodeToken(encodeToken(plainHeader, text, base64url(signature)));
          expect(decoded.payload.text).toBe(text);
          expect(Buffer.from(decoded.signature ?? []).equals(signature)).toBe(true);
          expect(decoded.header.text).toBe(plainHeader);
        },
      ),
    );
  });
});
