import { describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../../shared/curl/http-request.ts';
import { curlOrObstacle, writeCurl } from '../../../shared/curl/write-curl.ts';

const plain: HttpRequest = {
  method: 'POST',
  origin: 'https://a.example',
  path: '/',
  query: [],
  headers: [],
  body: null,
};
const text = (value: string): HttpRequest => ({
  ...plain,
  body: { kind: 'text', text: value, contentType: null },
});
const part = (name: string, contentType: string | null): HttpRequest => ({
  ...plain,
  body: { kind: 'form', parts: [{ kind: 'text', name, text: 'x', contentType }] },
});
const shells = ['posix', 'cmd', 'powershell'] as const;
const obstacles = (request: HttpRequest) =>
  shells.map((shell) => curlOrObstacle({ request, hasToken: false, answer: 'text' }, shell).obstacle);

describe('a command that cannot be', () => {
  test.each<[what: string, request: HttpRequest, expected: readonly (string | null)[]]>([
    ['nothing odd', plain, [null, null, null]],
    ['a zero character', text('a\0b'), ['zero', 'zero', 'zero']],
    ['half a surrogate pair', text('\ud83d'), ['half-pair', 'half-pair', 'half-pair']],
    ['a carriage return', text('a\rb'), [null, 'carriage-return', null]],
    ['more than cmd takes', text('x'.repeat(9000)), [null, 'too-long', null]],
    ['more than Windows takes', text('x'.repeat(33_000)), [null, 'too-long', 'too-long']],
    ['more than any takes', text('x'.repeat(132_000)), ['too-long', 'too-long', 'too-long']],
    ['a quote that no PowerShell hands on', text('a\\"b c'), [null, null, 'quotes']],
    [
      'a header of two lines',
      { ...plain, headers: [['X-A', 'a\nb']] },
      ['header-lines', 'header-lines', 'header-lines'],
    ],
    ['a part with = in its name', part('a=b', null), ['part-name', 'part-name', 'part-name']],
    ['a part with ; in its type', part('a', 'a;b'), ['part-type', 'part-type', 'part-type']],
    ['a part whose type has a parameter', part('a', 'text/csv; charset=utf-8'), [null, null, null]],
  ])('tells why: %s', (_, request, expected) => {
    expect(obstacles(request)).toEqual(expected);
    for (const [index, shell] of shells.entries()) {
      const isThere = writeCurl({ request, hasToken: false, answer: 'text' }, shell) !== null;
      expect(isThere).toBe(expected[index] === null);
    }
  });
});
