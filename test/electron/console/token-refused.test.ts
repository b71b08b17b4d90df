import { describe, expect, it } from 'vitest';
import { isTokenRefused } from '../../../electron/console/token-refused.ts';

describe('isTokenRefused', () => {
  it.each([
    [401, null, true],
    [401, { code: 4100, msg: 'authentication is invalid' }, true],
    [200, { code: 4100, msg: 'authentication is invalid' }, true],
    [200, { code: 700012006, msg: 'access token invalid' }, true],
    [401, { code: 4101, msg: 'The token you entered is incorrect, please check and retry.' }, true],
    [401, { code: 4101, msg: 'the token does not have permission to access space_id=1 createBot' }, false],
    [403, { code: 4101, msg: 'no permission on the resource' }, false],
    [403, null, false],
    [200, { code: 0, msg: '' }, false],
    [429, { code: 4020, msg: 'rpm' }, false],
    [500, null, false],
  ])('of %i %j is %s', (status, envelope, refused) => {
    expect(isTokenRefused({ status, envelope })).toBe(refused);
  });
});
