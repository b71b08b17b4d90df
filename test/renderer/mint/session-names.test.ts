import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestName, maxSessions, readSessionNames } from '../../../renderer/mint/session-names.ts';

const namesOf = (text: string) => readSessionNames(text).names;

describe('readSessionNames', () => {
  it.each([
    ['one a line', 'u-1\nu-2\r\nu-3', ['u-1', 'u-2', 'u-3']],
    ['commas of both widths, and tabs', 'a, b，c、d\te', ['a', 'b', 'c', 'd', 'e']],
    ['blanks around names and empty lines', '\n  a b \n\n,, c\n', ['a b', 'c']],
    ['a range', 'u-{1001..1003}', ['u-1001', 'u-1002', 'u-1003']],
    ['a range that keeps its zeros', '{008..011}', ['008', '009', '010', '011']],
    ['a range that runs backwards', '{3..1}x', ['3x', '2x', '1x']],
    ['two ranges in one name', '{1..2}-{1..2}', ['1-1', '1-2', '2-1', '2-2']],
    ['what only looks like a range', '{1..b} {a}', ['{1..b} {a}']],
    ['Chinese names', '张三，李四', ['张三', '李四']],
    ['nothing', ' \n ', []],
  ])('reads %s', (_, text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  it('takes each name once and counts the rest', () => {
    expect(readSessionNames('u-2\nu-{1..3}\nu-1')).toMatchObject({
      names: ['u-2', 'u-1', 'u-3'],
      count: 3,
      duplicates: 2,
    });
  });

  it('gives at most two hundred, and says how many there would be', () => {
    const { names, count, isMore } = readSessionNames('{1..450}');
    expect(names).toHaveLength(maxSessions);
    expect(count).toBe(450);
    expect(isMore).toBe(false);
  });

  it('does not write out what nobody could mint for', () => {
    expect(readSessionNames('{1..999999999999999}{1..999999999999999}').count).toBe(10_000);
    expect(readSessionNames('{1..1}'.repeat(50_000)).tooLong).not.toBeNull();
  });

  it('says when it stopped counting, also for doubles', () => {
    expect(readSessionNames('u-{1..9999999}')).toMatchObject({ count: 10_000, isMore: true });
    expect(readSessionNames('u-{1..10000}')).toMatchObject({ count: 10_000, isMore: false });
    const doubles = `${'u-1,'.repeat(10_000)}u-2`;
    expect(readSessionNames(doubles)).toMatchObject({ names: ['u-1'], isMore: true });
  });

  it('names what is longer than a session name may be', () => {
    expect(readSessionNames('x'.repeat(longestName)).tooLong).toBeNull();
    expect(readSessionNames(`a\n${'x'.repeat(longestName + 1)}`).tooLong).toBe('x'.repeat(40));
  });

  it('gives back any names that are pasted one a line, each once and in their order', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 30 })
      .filter((text) => /^[^\n\r,，、\t{}]+$/u.test(text));
    const trimmed = name.map((text) => text.trim()).filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(trimmed, { maxLength: maxSessions }), (names) => {
        expect(namesOf(names.join('\n'))).toEqual([...new Set(names)]);
      }),
    );
  });

  it('writes out a range as counting does, from any text', () => {
    const number = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: maxSessions - 1 }), (first, more) => {
        const expected = Array.from({ length: more + 1 }, (_, index) => `u${first + index}`);
        expect(namesOf(`u{${first}..${first + more}}`)).toEqual(expected);
      }),
    );
  });

  it('ends soon whatever the text, and never gives a blank or a doubled name', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('{', '}', '..', '{1..9}', '{0..99999}', ',', '\n'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const { names } = readSessionNames(parts.join(''));
        expect(new Set(names).size).toBe(names.length);
        expect(names.every((name) => name.trim() !== '')).toBe(true);
      }),
    );
  });
});
