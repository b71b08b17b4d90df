import { expect, it } from 'vitest';
import { isAboutAccess } from '../../../renderer/console/is-about-access.ts';

it.each([
  [401, null, true],
  [403, null, true],
  [200, null, false],
  [404, null, false],
  [500, null, false],
  [200, { code: 0, msg: '' }, false],
  [401, { code: 4100, msg: 'authentication is invalid' }, true],
  [200, { code: 4101, msg: 'no permission' }, true],
  [200, { code: 700_012_006, msg: 'access token invalid' }, true],
  [200, { code: 700_012_054, msg: 'no permission' }, true],
  [400, { code: 4000, msg: 'bad parameter' }, false],
  [403, { code: 4016, msg: 'a chat is running' }, false],
])('of HTTP %s and %j it says %s', (status, envelope, isAbout) => {
  expect(isAboutAccess({ status, envelope })).toBe(isAbout);
});
