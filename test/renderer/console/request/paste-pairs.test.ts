import { describe, expect, test } from 'vitest';
import { readHeaderLines, readQueryText } from '../../../../renderer/console/request/paste-pairs.ts';

describe('pasted rows', () => {
  test('are read from header lines, commented ones switched off', () => {
    expect(readHeaderLines('X-A: 1\r\n# X-B: 2:3\n// c: \n\n')).toEqual([
      { name: 'X-A', value: '1', on: true },
      { name: 'X-B', value: '2:3', on: false },
      { name: 'c', value: '', on: false },
    ]);
    expect(readHeaderLines('hello world')).toBeNull();
    expect(readHeaderLines('')).toBeNull();
  });

  test('are read from a query, with or without what stands before it', () => {
    expect(readQueryText('https://x.example/a?b=1&c=%20#d')).toEqual([
      { name: 'b', value: '1', on: true },
      { name: 'c', value: ' ', on: true },
    ]);
    expect(readQueryText('b=1')).toEqual([{ name: 'b', value: '1', on: true }]);
    expect(readQueryText('7342866812345678901')).toBeNull();
    expect(readQueryText('a: 1\nb: 2')).toHaveLength(2);
  });
});
