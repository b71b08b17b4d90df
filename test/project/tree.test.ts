import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isText = /\.(ts|tsx|mjs|cjs|js|json|css|html|md|yml|yaml|svg|pem|txt|sh)$|(^|\/)[^.]+$|^\.[a-z]+$/;
const files = sourceFiles(root).filter(({ path }) => isText.test(path));

function filesWith(pattern: RegExp): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const found = pattern.exec(text());
    return found === null ? [] : [`${path}: ${found[0]}`];
  });
}

describe('the files of the project', () => {
  it('are found', () => {
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['package.json', 'shared/bridge.ts', '.ci/run', 'test/project/tree.test.ts']),
    );
  });

  it('name no package registry', () => {
    const registry =
      /https?:\/\/[^\s/"'`]*(registry|npmjs|npmmirror|yarnpkg|artifactory|verdaccio)[^\s/"'`]*/i;
    expect(registry.test(['https:', '', 'registry.example.org', 'left-pad'].join('/'))).toBe(true);
    expect(filesWith(registry)).toEqual([]);
  });

  it('hold no path of somebody’s own machine', () => {
    const home = /(?<![\w.$}/-])\/(home|root)\/[\w.-]+/;
    expect(home.test(['open ', 'home', 'someone', 'key.pem'].join('/'))).toBe(true);
    // Tests of paths and of texts may speak of a made-up home folder.
    expect(filesWith(home).filter((found) => !/^test\/.*: \/home\//.test(found))).toEqual([]);
    expect(files.filter(({ text }) => text().includes(root)).map(({ path }) => path)).toEqual([]);
  });

  it('link only to what is there', () => {
    const pages = files.filter(({ path }) => /^[^/]+\.md$/.test(path));
    const links = pages.flatMap(({ path, text }) =>
      [...text().matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => ({ path, target })),
    );
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(({ target }) => !existsSync(join(root, target)))).toEqual([]);
  });

  it('end as text files do', () => {
    const code = files.filter(({ path }) => /\.(ts|tsx|mjs|cjs|css|md)$/.test(path));
    expect(code.filter(({ text }) => !text().endsWith('\n')).map(({ path }) => path)).toEqual([]);
    expect(code.filter(({ text }) => text().includes('\r\n')).map(({ path }) => path)).toEqual([]);
  });
});
