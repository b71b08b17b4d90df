import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveScreenFile } from '../../../electron/screens/resolve-screen-file.ts';

const root = path.resolve('/opt/app/renderer');

describe('resolveScreenFile', () => {
  it.each([
    ['app://coze-mint/', 'index.html'],
    ['app://coze-mint/index.html', 'index.html'],
    ['app://coze-mint/assets/main-1a2b.js', 'assets/main-1a2b.js'],
    ['app://coze-mint/assets/a%20b.css?x=1#y', 'assets/a b.css'],
    ['app://coze-mint/assets/../index.html', 'index.html'],
  ])('finds %s', (url, file) => {
    expect(resolveScreenFile(root, url)).toBe(path.join(root, file));
  });

  it.each([
    'app://coze-mint/%2e%2e%2fsecret',
    'app://coze-mint/..%2f..%2fetc/passwd',
    'app://coze-mint/a/..%2f..%2fsecret',
    'app://coze-mint/..%5csecret',
    'app://coze-mint/%2e%2e%5csecret',
    'app://coze-mint/C:%5cWindows',
    'app://coze-mint/C:/Windows',
    'app://coze-mint/index.html%00.js',
    'app://coze-mint/%ff',
    'app://coze-mint/%',
    'coze-mint/index.html',
    '',
  ])('refuses %s', (url) => {
    expect(resolveScreenFile(root, url)).toBeNull();
  });

  it('never leaves the folder, whatever the path', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2E%2e',
      '/',
      '%2f',
      '\\',
      '%5c',
      'a',
      '%00',
      'C:',
      '%25',
      '~',
    );
    const anything = fc.oneof(
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.webPath(),
      fc.string(),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const file = resolveScreenFile(root, `app://coze-mint/${text}`);
        expect(file === null || file.startsWith(root + path.sep)).toBe(true);
      }),
    );
  });
});
