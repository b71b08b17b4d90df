import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { notFor, onlyIn } from '../e2e/only-in.ts';

const folder = new URL('../e2e/', import.meta.url);
const tests = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
const importing = (module: string) =>
  tests.filter((name) => readFileSync(new URL(name, folder), 'utf8').includes(`from '${module}'`));

describe('tests of one host only', () => {
  it('are those that start it themselves, and the command line of the app', () => {
    expect(Object.keys(onlyIn.electron)).toEqual([
      'command-line.test.ts',
      ...importing('./electron-launch.ts').toSorted(),
    ]);
    expect(Object.keys(onlyIn.browser)).toEqual(importing('./serve-launch.ts').toSorted());
  });

  it('are left out of the other host alone', () => {
    expect(notFor('browser')).toContain('test/e2e/shell-window.test.ts');
    expect(notFor('electron')).toEqual(['test/e2e/serve.test.ts']);
  });
});
