import { describe, expect, it } from 'vitest';
import { isSameOrigin } from '../../../electron/desktop/app-origin.ts';

describe('isSameOrigin', () => {
  it('takes pages of one scheme, host and port', () => {
    expect(isSameOrigin('app://coze-mint/a', 'app://coze-mint/b?c#d')).toBe(true);
    expect(isSameOrigin('http://localhost:5173/', 'http://localhost:5173/index.html')).toBe(true);
  });

  it.each([
    ['another host', 'app://other/'],
    ['another scheme', 'https://coze-mint/'],
    ['the host as user name', 'app://coze-mint@evil/'],
    ['a longer host', 'app://coze-mint.evil/'],
    ['no host', 'app:coze-mint/index.html'],
    ['an empty page', 'about:blank'],
    ['data', 'data:text/html,<p>'],
    ['no URL', 'coze-mint'],
    ['nothing', ''],
  ])('refuses %s', (_, url) => {
    expect(isSameOrigin(url, 'app://coze-mint/index.html')).toBe(false);
  });

  it('refuses another port', () => {
    expect(isSameOrigin('http://localhost:5174/', 'http://localhost:5173/')).toBe(false);
  });
});
