import { describe, expect, test } from 'vitest';
import { beginHistory, edit, isMoreThanAKey, redo, undo } from '../../../renderer/app/edit-history.ts';

describe('the history of edits', () => {
  test('goes back and forth, whoever made the change', () => {
    const typed = edit(edit(beginHistory('a'), 'ab', 'payload', 1000), 'abc', 'field iss', 1001);
    expect(undo(typed).present).toBe('ab');
    expect(undo(undo(typed)).present).toBe('a');
    expect(redo(undo(typed)).present).toBe('abc');
  });

  test('takes typing at one place without a pause as one step', () => {
    const first = edit(beginHistory(''), 'a', 'payload', 1000);
    const second = edit(first, 'ab', 'payload', 1600);
    expect(undo(second).present).toBe('');
    const afterPause = edit(second, 'abc', 'payload', 2400);
    expect(undo(afterPause).present).toBe('ab');
  });

  test('takes a change that is whole as a step of its own, whatever comes right before or after it', () => {
    const typed = edit(beginHistory(''), 'a', 'payload', 1000);
    const pasted = edit(typed, 'a {}', 'payload', 1001, undefined, true);
    const wrong = edit(edit(pasted, 'a {}x', 'payload', 1002), 'a {}xy', 'payload', 1003);
    expect(undo(wrong).present).toBe('a {}');
    expect(undo(undo(wrong)).present).toBe('a');
    expect(undo(undo(undo(wrong))).present).toBe('');
  });

  test('begins a new step after an undo, and forgets what was undone', () => {
    const typed = edit(edit(beginHistory('a'), 'b', 'x', 1000), 'c', 'y', 1001);
    const other = edit(undo(typed), 'd', 'x', 1002);
    expect(redo(other).present).toBe('d');
    expect(undo(other).present).toBe('b');
  });

  test('has ends', () => {
    const history = beginHistory('a');
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });

  test('keeps the last 200 steps', () => {
    let history = beginHistory(0);
    for (let step = 1; step <= 300; step += 1) history = edit(history, step, `place ${step}`, step);
    for (let step = 0; step < 400; step += 1) history = undo(history);
    expect(history.present).toBe(100);
  });
});

test.each([
  ['', 'a', false],
  ['ab', 'aab', false],
  ['aab', 'ab', false],
  ['ab', 'a', false],
  ['', 'ab', true],
  ['abc', 'a', true],
  ['old', 'new', true],
  ['old', 'x', true],
  ['a', 'b', true],
  ['ab', 'bca', true],
])('from %j to %j: more than a key does is %j', (before, after, expected) => {
  expect(isMoreThanAKey(before, after)).toBe(expected);
});
