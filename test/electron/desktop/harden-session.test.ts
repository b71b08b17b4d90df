import { describe, expect, it } from 'vitest';
import { mayLoad } from '../../../electron/desktop/harden-session.ts';

const home = 'app://coze-mint/index.html';

describe('mayLoad', () => {
  it.each([
    'app://coze-mint/a.js',
    'blob:app://coze-mint/1',
    'data:image/png;base64,AA==',
    'devtools://devtools/x',
  ])('takes %s', (url) => {
    expect(mayLoad(url, home)).toBe(true);
  });

  it.each([
    'https://api.coze.cn/',
    'http://127.0.0.1:80/',
    'ws://localhost:5173/',
    'file:///etc/passwd',
    'ftp://coze-mint/',
    'about:blank',
    'no url',
    '',
  ])('refuses "%s"', (url) => {
    expect(mayLoad(url, home)).toBe(false);
  });

  it('takes the development server, over HTTP and WebSocket, when that is the home', () => {
    const server = 'http://localhost:5173/';
    expect(mayLoad('http://localhost:5173/app/main.tsx', server)).toBe(true);
    expect(mayLoad('ws://localhost:5173/?token=x', server)).toBe(true);
    expect(mayLoad('http://localhost:5174/', server)).toBe(false);
    expect(mayLoad('https://localhost:5173/', server)).toBe(false);
  });
});
