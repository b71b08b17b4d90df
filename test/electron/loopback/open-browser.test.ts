import { describe, expect, it } from 'vitest';
import { browserCommand } from '../../../electron/loopback/open-browser.ts';

const url = 'http://127.0.0.1:8080/#secret';

describe('browserCommand', () => {
  it.each([
    ['darwin', {}, ['open', url]],
    ['win32', {}, ['rundll32.exe', 'url.dll,FileProtocolHandler', url]],
    ['linux', { DISPLAY: ':0' }, ['xdg-open', url]],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', url]],
    ['linux', { DISPLAY: '' }, null],
    ['linux', {}, null],
  ])('on %s with %o is %o', (platform, env, command) => {
    expect(browserCommand({ platform, env }, url)).toEqual(command);
  });
});
