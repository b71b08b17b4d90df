import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RawTokenRequest, readTokenAttempt } from '../../electron/practice/token/token-attempt.ts';

const noKeys = { keyOf: () => null };

const segment = (json: string) => Buffer.from(json).toString('base64url');

const raw = (changes: Partial<RawTokenRequest>): RawTokenRequest => ({
  path: { kind: 'plain' },
  host: '127.0.0.1:8080',
  authorization: undefined,
  body: Buffer.from('{}'),
  ...changes,
});

const segments = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.base64String().map((text) => text.replace(/[+/=]/g, '')),
  fc.json().map(segment),
);

test('whatever is sent is taken apart without a throw', () => {
  fc.assert(
    fc.property(
      fc.option(
        fc.tuple(fc.constantFrom('Bearer ', 'bearer', 'Basic ', ''), fc.array(segments, { maxLength: 4 })),
        { nil: undefined },
      ),
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((text) => Buffer.from(text)),
      ),
      (authorization, body) => {
        const header = authorization && authorization[0] + authorization[1].join('.');
        const attempt = readTokenAttempt(raw({ authorization: header, body }), noKeys);
        expect(attempt.key).toBe(null);
      },
    ),
  );
});

test.each([
  ['Bearer a.b.c', 'a.b.c'],
  ['bearer  a.b.c ', 'a.b.c'],
  ['Bearer', ''],
  ['Bearera.b.c', null],
  ['Basic a', null],
  ['', null],
])('%j holds the bearer token %j', (authorization, bearer) => {
  expect(readTokenAttempt(raw({ authorization }), noKeys).bearer).toBe(bearer);
});

test('a body that is not UTF-8 is not JSON', () => {
  const body = Buffer.from([0x22, 0xff, 0x22]);
  expect(readTokenAttempt(raw({ body }), noKeys).bodyIsJson).toBe(false);
});

test('header and claims are read when they are objects', () => {
  const authorization = `Bearer ${segment('{"alg":"RS256"}')}.${segment('{"iss":"渠道"}')}.AA`;
  const attempt = readTokenAttempt(raw({ authorization }), noKeys);
  expect(attempt).toMatchObject({
    assertionReadable: true,
    header: { alg: 'RS256' },
    claims: { iss: '渠道' },
  });
});
