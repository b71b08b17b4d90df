import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '../../../electron/desktop/is-trusted-sender.ts';

const home = 'app://coze-mint/index.html';
const mainFrame = { url: home, parent: null };

describe('isTrustedSender', () => {
  it('trusts the app’s page in the main frame of an own window', () => {
    expect(isTrustedSender(mainFrame, true, home)).toBe(true);
  });

  it('trusts the development server’s page when that is the home', () => {
    const frame = { url: 'http://localhost:5173/', parent: null };
    expect(isTrustedSender(frame, true, 'http://localhost:5173')).toBe(true);
    expect(isTrustedSender(frame, true, home)).toBe(false);
  });

  it('refuses a window that is not the app’s', () => {
    expect(isTrustedSender(mainFrame, false, home)).toBe(false);
  });

  it('refuses a frame inside the page', () => {
    expect(isTrustedSender({ url: home, parent: mainFrame }, true, home)).toBe(false);
  });

  it('refuses a frame that is gone', () => {
    expect(isTrustedSender(null, true, home)).toBe(false);
  });

  it.each([
    'https://coze-mint/index.html',
    'app://other/index.html',
    'app://coze-mint.evil/index.html',
    'file:///index.html',
    'data:text/html,app://coze-mint/',
    'about:blank',
    '',
  ])('refuses a page at "%s"', (url) => {
    expect(isTrustedSender({ url, parent: null }, true, home)).toBe(false);
  });
});
