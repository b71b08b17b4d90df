import { describe, expect, test } from 'vitest';
import { pathOfPointer, removeMember, setMember } from '../../../shared/json/edit-member.ts';

describe('setting a member', () => {
  test('makes the objects on the way', () => {
    expect(setMember('{"a":1}', ['s', 'd', 'x'], '"v"')).toBe('{"a":1,"s":{"d":{"x":"v"}}}');
    expect(setMember('{"s":{"y":1}}', ['s', 'd', 'x'], '2')).toBe('{"s":{"y":1,"d":{"x":2}}}');
  });

  test.each(['{"s":1}', '{"s":[]}', '{"s":null}'])('leaves %s, which has something else there', (text) => {
    expect(setMember(text, ['s', 'x'], '1')).toBe(text);
  });

  test('is not misled by names that objects have by themselves', () => {
    expect(setMember('{}', ['__proto__', 'constructor'], '1')).toBe('{"__proto__":{"constructor":1}}');
    expect(removeMember('{"toString":1,"a":2}', ['toString'])).toBe('{"a":2}');
  });
});

test('a pointer is read step by step, with its escapes', () => {
  expect(pathOfPointer('/a~1b/~0/0')).toEqual(['a/b', '~', '0']);
  expect(pathOfPointer('')).toEqual([]);
});
