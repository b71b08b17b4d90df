import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestUrl } from '../../../electron/console/request-url.ts';
import { ProblemError, toProblem } from '../../../shared/problem.ts';

const api = 'https://api.coze.cn';

function problemOf(path: string) {
  try {
    requestUrl(api, path, []);
  } catch (thrown) {
    return toProblem(thrown);
  }
  throw new Error('the path was accepted');
}

describe('requestUrl', () => {
  it.each([
    ['/v1/users/me', [], '/v1/users/me'],
    ['/', [], '/'],
    ['/v1/files/a%2Fb', [], '/v1/files/a%2Fb'],
    ['/v1/文件 1', [], '/v1/%E6%96%87%E4%BB%B6%201'],
    [
      '/v3/chat',
      [['conversation_id', '7412345678901234567']],
      '/v3/chat?conversation_id=7412345678901234567',
    ],
    [
      '/a',
      [
        ['q', 'x y+z&w=1#2'],
        ['q', '中'],
      ],
      '/a?q=x%20y%2Bz%26w%3D1%232&q=%E4%B8%AD',
    ],
    ['/a?x=1', [['y', '2']], '/a?x=1&y=2'],
    ['/a?x=1', [], '/a?x=1'],
    ['/a?back\\slash', [], '/a?back\\slash'],
  ] as const)('joins %s and %j', (path, query, expected) => {
    expect(requestUrl(api, path, query)).toBe(`${api}${expected}`);
  });

  it.each([
    '//evil.example/v1',
    '/\\evil.example',
    '\\evil.example',
    '@evil.example/',
    '.evil.example/',
    ':8443/',
    '',
    '/v1/../permission',
    '/v1/%2E%2e/permission',
    '/v1/.',
    '/a\\b',
    '/a\nb',
    '/\t/evil.example',
  ])('refuses %j', (path) => {
    expect(problemOf(path).code).toBe('http/url-refused');
  });

  it('refuses a fragment, which would never be sent', () => {
    expect(problemOf('/a#b')).toMatchObject({ code: 'input/invalid', params: { path: 'path' } });
  });

  it('stays on the API host, whatever path and query are', () => {
    const pair = fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(pair), (path, query) => {
        try {
          expect(new URL(requestUrl(api, `/${path}`, query)).origin).toBe(api);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(ProblemError);
        }
      }),
    );
  });
});
