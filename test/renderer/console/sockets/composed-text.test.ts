import { expect, test } from 'vitest';
import {
  asWrittenIn,
  faultIn,
  unresolvedIn,
  withFreshId,
} from '../../../../renderer/console/sockets/composed-text.ts';

const newId = () => 'new';

test('a variable may stand for a value, and a fault stays at its place', () => {
  expect(faultIn('{"n":{{speed}},"s":"{{voice}}"}')).toBeNull();
  expect(faultIn('{"n":{{speed}},\n"s":}')).toMatchObject({ line: 2, column: 5 });
  expect(faultIn('')).not.toBeNull();
});

test('an empty id is filled in, and variables stay', () => {
  expect(withFreshId('{"id": "", "n": {{speed}}}', newId)).toBe('{"id": "new", "n": {{speed}}}');
  expect(withFreshId('{"id":"{{id}}"}', newId)).toBe('{"id":"{{id}}"}');
  expect(withFreshId('["id",""]', newId)).toBe('["id",""]');
  expect(withFreshId('{"id":""', newId)).toBe('{"id":""');
});

test('variables without a value are named once', () => {
  const text = '{"a":"{{x}} {{y}}","b":{{x}}}';
  expect(unresolvedIn(text, 's1', (name) => name === 'y')).toEqual(['x']);
  expect(asWrittenIn(text, 's1')).toEqual([]);
});

test('without a set, names in strings are no variables', () => {
  const text = '{"a":"{{x}} {{y}}","b":{{x}}}';
  expect(unresolvedIn(text, null, () => false)).toEqual(['x']);
  expect(asWrittenIn(text, null)).toEqual(['{{y}}']);
});
