import { describe, expect, it } from 'vitest';
import { requestHeaders, secretsIn } from '../../../electron/console/request-headers.ts';
import { ProblemError, toProblem } from '../../../shared/problem.ts';

const token = 'czs_abcdefgh';

describe('requestHeaders', () => {
  it('adds the token, and the JSON type to a body without one', () => {
    expect(requestHeaders([['Agw-Js-Conv', 'str']], true, token)).toStrictEqual([
      ['Agw-Js-Conv', 'str'],
      ['Content-Type', 'application/json'],
      ['Authorization', 'Bearer czs_abcdefgh'],
    ]);
  });

  it('leaves the type that was given, and names none without a body', () => {
    expect(requestHeaders([['content-type', 'text/plain']], true, token)).toHaveLength(2);
    expect(requestHeaders([], false, token)).toStrictEqual([['Authorization', 'Bearer czs_abcdefgh']]);
  });

  it('takes a credential in place of the token, and not beside it', () => {
    const own = [['authorization', 'Basic bWU6cHc=']] as const;
    expect(requestHeaders(own, false, null)).toStrictEqual(own);
    expect(() => requestHeaders(own, false, token)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'input/two-credentials' }) }),
    );
  });

  it('knows what in them is secret', () => {
    expect(
      secretsIn([
        ['Authorization', 'Basic bWU6cHc='],
        ['X-A', '1'],
        ['cookie', 'sid=long=secret; theme=dark'],
      ]),
    ).toStrictEqual(['Basic bWU6cHc=', 'bWU6cHc=', 'long=secret', 'dark']);
  });

  it.each([
    ['Proxy-Authorization', 'Basic x', 'reserved'],
    ['Host', 'evil.example', 'reserved'],
    ['Content-Length', '3', 'reserved'],
    ['Transfer-Encoding', 'chunked', 'reserved'],
    ['X Bad', '1', 'name'],
    ['', '1', 'name'],
    ['X-Bad', 'a\r\nAuthorization: Bearer other', 'line-break'],
    ['X-Bad', '中', 'characters'],
  ])('refuses %j: %j without repeating the value', (name, value, reason) => {
    const thrown = (() => {
      try {
        return requestHeaders([[name, value]], false, token);
      } catch (error) {
        return error;
      }
    })();
    expect(toProblem(thrown)).toStrictEqual(
      toProblem(new ProblemError('input/header', { params: { name, reason } })),
    );
  });
});
