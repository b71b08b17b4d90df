import { describe, expect, it } from 'vitest';
import { readPort } from '../../../renderer/practice/practice-store.ts';
import { readWhole } from '../../../renderer/practice/read-whole.ts';

describe('a port', () => {
  it.each([
    ['', undefined],
    ['  ', undefined],
    ['8080', 8080],
    [' 65535 ', 65_535],
    ['0', null],
    ['65536', null],
    ['80a', null],
    ['-1', null],
    ['1e3', null],
  ])('%j is read as %s', (text, port) => {
    expect(readPort(text)).toBe(port);
  });
});

describe('a whole number', () => {
  it.each([
    ['600', 600],
    ['+600', 600],
    ['-600', -600],
    ['−600', -600],
    ['601', null],
    ['-601', null],
    ['0.5', null],
    ['', null],
    ['１', null],
  ])('%j is read as %s', (text, value) => {
    expect(readWhole(text, -600, 600)).toBe(value);
  });
});
