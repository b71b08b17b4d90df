import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeToken } from '../../../shared/jwt/decode-token.ts';
import { encodeToken } from '../../fixtures/jwt/encode-token.ts';
import { es256Token, hs256Token, jweToken, rfcClaimsText } from '../../fixtures/jwt/rfc-tokens.ts';

const nestingHeader = '{"alg":"RS256","cty":"JWT"}';
const plainHeader = '{"alg":"RS256"}';

function wrapped(token: string, header = nestingHeader): string {
  return encodeToken(header, token);
}

function said(token: string) {
  return decodeToken(token).findings.map(({ code, severity, segment }) => [code, severity, segment]);
}

describe('a JWT in a JWT (RFC 7519 §5.2)', () => {
  test.each(['JWT', 'jwt', 'application/jwt', 'Application/JWT'])('cty %s is opened', (cty) => {
    const { nested, payload, findings } = decodeToken(wrapped(es256Token, `{"alg":"A","cty":"${cty}"}`));
    expect(payload).toEqual({ raw: payload.raw, text: es256Token, tree: null, kind: 'text' });
    expect(findings).toMatchObject([{ code: 'nested-jwt', severity: 'note', segment: 'payload' }]);
    expect(nested).toMatchObject({ format: 'jws', text: es256Token, findings: [], nested: null });
    expect(nested?.payload.text).toBe(rfcClaimsText);
    expect(nested?.signature?.length).toBe(64);
  });

  test.each([plainHeader, '{"alg":"RS256","cty":"text/plain"}', '{"alg":"RS256","cty":7}'])(
    'is opened and warned about where the header is %s',
    (header) => {
      const { nested, findings } = decodeToken(wrapped(hs256Token, header));
      expect(nested?.header.text).toBe('{"typ":"JWT",\r\n "alg":"HS256"}');
      expect(findings.map(({ code }) => code).filter((code) => code !== 'claim-not-string')).toEqual([
        'cty-not-jwt',
        'nested-jwt',
      ]);
    },
  );

  test('white space around it does no harm', () => {
    expect(decodeToken(wrapped(`\n ${hs256Token}\r\n`)).nested?.text).toBe(hs256Token);
  });

  test('an encrypted one shows its header', () => {
    const { nested } = decodeToken(wrapped(jweToken));
    expect(nested).toMatchObject({
      format: 'jwe',
      header: { text: '{"alg":"RSA1_5","enc":"A128CBC-HS256"}' },
    });
    expect(nested?.findings.map(({ code }) => code)).toEqual(['jwe-encrypted']);
  });

  test('what is wrong inside is said inside', () => {
    const { nested, findings } = decodeToken(wrapped(encodeToken('{"typ":"JWT"}', '{"exp":"1"}')));
    expect(findings.map(({ code }) => code)).toEqual(['nested-jwt']);
    expect(nested?.findings).toMatchObject([
      { code: 'alg-missing', segment: 'header' },
      { code: 'time-not-number', segment: 'payload', path: '/exp' },
    ]);
  });

  test('one more level is text', () => {
    const { nested, findings } = decodeToken(wrapped(wrapped(hs256Token, plainHeader)));
    expect(findings.map(({ code }) => code)).toEqual(['nested-jwt']);
    expect(nested?.payload).toMatchObject({ kind: 'text', text: hs256Token });
    expect(nested?.nested).toBeNull();
    expect(nested?.findings).toMatchObject([
      { code: 'cty-not-jwt', severity: 'warning', segment: 'header' },
      { code: 'nested-not-opened', severity: 'note', segment: 'payload' },
    ]);
  });

  test('where cty announces it, it may be cut off or masked', () => {
    const cut = decodeToken(wrapped(hs256Token.slice(0, 60)));
    expect(cut.nested).toMatchObject({ format: 'broken', header: { kind: 'json' } });
    expect(cut.nested?.findings.map(({ code }) => code)).toContain('segments-missing');
    const outer = wrapped(es256Token);
    const masked = decodeToken(outer.replace(/\.([^.]{80})[^.]*\./, '.$1****.'));
    expect(masked.nested?.header.text).toBe('{"alg":"ES256"}');
    expect(masked.findings.map(({ code }) => code)).toEqual(['nested-jwt', 'masked']);
  });

  test.each([
    ['claims', '{"iss":"joe"}', [['cty-without-nested', 'warning', 'header']]],
    [
      'text',
      'a.b.c',
      [
        ['cty-without-nested', 'warning', 'header'],
        ['payload-not-json', 'error', 'payload'],
      ],
    ],
    [
      'a token in quotation marks',
      `"${hs256Token}"`,
      [
        ['cty-without-nested', 'warning', 'header'],
        ['payload-not-object', 'error', 'payload'],
      ],
    ],
  ])('cty announces a JWT, but the payload is %s', (_name, payload, findings) => {
    expect(said(encodeToken(nestingHeader, payload))).toEqual(findings);
    expect(decodeToken(encodeToken(nestingHeader, payload)).nested).toBeNull();
  });

  test.each(['www.coze.cn', 'a.b.c', 'MQ.MQ.MQ', hs256Token.slice(0, 60), `${hs256Token}.AAAA`, ''])(
    'without cty, the payload %j is no JWT',
    (payload) => {
      expect(decodeToken(encodeToken(plainHeader, payload)).nested).toBeNull();
    },
  );

  test('a detached payload is not asked for a JWT', () => {
    expect(said(encodeToken(nestingHeader, ''))).toEqual([['payload-empty', 'warning', 'payload']]);
  });

  test('an encrypted token says that a JWT is inside', () => {
    const [, ...rest] = jweToken.split('.');
    const header = Buffer.from('{"alg":"RSA1_5","enc":"A128CBC-HS256","cty":"JWT"}').toString('base64url');
    expect(said([header, ...rest].join('.'))).toEqual([
      ['jwe-encrypted', 'note', 'token'],
      ['nested-encrypted', 'note', 'header'],
    ]);
  });

  test('tokens in tokens to the size limit come back, opened once', () => {
    let token = encodeToken(plainHeader, '{}');
    while (token.length < 700_000) token = wrapped(token);
    const { nested } = decodeToken(token);
    expect(nested?.findings.map(({ code }) => code)).toEqual(['nested-not-opened']);
    expect(nested?.nested).toBeNull();
  });

  test('never throws, and opens one level at most', () => {
    const piece = fc.constantFrom('eyJ', '.', 'e30', '*', '=', ' ', '中', 'AAAA', hs256Token, jweToken);
    const inner = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    );
    const header = fc.constantFrom(plainHeader, nestingHeader);
    fc.assert(
      fc.property(inner, header, header, (text, first, second) => {
        const { nested, findings } = decodeToken(wrapped(wrapped(text, second), first));
        expect(nested?.nested ?? null).toBeNull();
        expect(findings.filter(({ code }) => code === 'nested-jwt')).toHaveLength(nested === null ? 0 : 1);
      }),
    );
  });
});
