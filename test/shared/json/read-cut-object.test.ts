import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCutObject } from '../../../shared/json/read-cut-object.ts';

const read = (text: string) => readCutObject(text).map(({ name, value }) => [name, value.value]);

test.each([
  ['{"a":1,"b":"x', [['a', 1]]],
  ['{"a":1,"b":12', [['a', 1]]],
  ['{"a":"x"', []],
  ['{"a":"x","b', [['a', 'x']]],
  ['{"a":1,"b":tru,"c":3}', [['a', 1]]],
  ['{"a":1}', [['a', 1]]],
  ['[1,2', []],
  ['', []],
])('reads the whole members of %j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('what is nested without end is not read', () => {
  expect(readCutObject(`{"a":1,"b":${'['.repeat(100_000)}`)).toEqual([]);
});

test('a member that is read stands so in the whole text', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.json()), fc.nat(), (object, at) => {
      const text = JSON.stringify(object);
      const whole = JSON.parse(text) as Record<string, unknown>;
      for (const [name, value] of read(text.slice(0, at % (text.length + 1)))) {
        expect(value).toEqual(whole[String(name)]);
      }
    }),
  );
});
