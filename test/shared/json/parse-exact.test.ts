import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExact } from '../../../shared/json/parse-exact.ts';
import { isSoon } from '../../fixtures/is-soon.ts';

test('long integers come as their digits, all else as JSON.parse has it', () => {
  expect(
    parseExact(
      '{"id":7348293847239847239,"n":-9223372036854775808,"t":"7348293847239847239","f":1234567890123456.5,"e":1e400,"s":"\\"1234567890123456"}',
    ),
  ).toEqual({
    id: '7348293847239847239',
    n: '-9223372036854775808',
    t: '7348293847239847239',
    f: 1234567890123456.5,
    e: Number.POSITIVE_INFINITY,
    s: '"1234567890123456',
  });
});

test('gives what JSON.parse gives where no integer is long', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      fc.pre(!/\d{16}/.test(text));
      expect(parseExact(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('throws on what is not JSON', () => {
  expect(() => parseExact('{"id":73482938472398472390')).toThrow(SyntaxError);
  expect(() => parseExact('"\\1234567890123456')).toThrow(SyntaxError);
});

test('throws soon on quotes that close nothing', () => {
  const work = () => {
    expect(() => parseExact(`1234567890123456${'\\"'.repeat(100_000)}`)).toThrow(SyntaxError);
  };
  expect(isSoon(work)).toBe(true);
});

test('takes a string of any length', () => {
  const text = 'a'.repeat(10_000_000);
  expect(parseExact(`["${text}",1234567890123456]`)).toEqual([text, '1234567890123456']);
});
