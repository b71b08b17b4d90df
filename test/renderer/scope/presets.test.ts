import { describe, expect, it } from 'vitest';
import {
  freeName,
  insertedAfter,
  insertedAt,
  isTaken,
  newPreset,
  replaced,
} from '../../../renderer/scope/presets.ts';

const a = { id: 'a', name: 'Chat', scope: '{}' };
const b = { id: 'b', name: 'Chat 2', scope: '{}' };

describe('the presets of an app', () => {
  it('get names that no other has', () => {
    expect(freeName([], 'Chat')).toBe('Chat');
    expect(freeName([b], 'Chat')).toBe('Chat');
    expect(freeName([a], 'Chat')).toBe('Chat 2');
    expect(freeName([a, b], 'Chat')).toBe('Chat 3');
    expect(freeName([a], '名'.repeat(200)).length).toBeLessThanOrEqual(120);
    expect(isTaken([a, b], ' Chat ', null)).toBe(true);
    expect(isTaken([a, b], 'Chat', 'a')).toBe(false);
  });

  it('are put after the one they come from, or back where they stood', () => {
    const c = newPreset(' c ', '{"x":1}');
    expect(c).toMatchObject({ name: 'c', scope: '{"x":1}' });
    expect(insertedAfter([a, b], 'a', c)).toEqual([a, c, b]);
    expect(insertedAfter([a, b], null, c)).toEqual([a, b, c]);
    expect(insertedAt([b], 0, a)).toEqual([a, b]);
    expect(insertedAt([], 3, a)).toEqual([a]);
    expect(insertedAt([b, a], 0, a)).toEqual([a, b]);
  });

  it('are changed one at a time', () => {
    expect(replaced([a, b], 'b', { name: 'x' })).toEqual([a, { ...b, name: 'x' }]);
    expect(replaced([a], 'gone', { name: 'x' })).toEqual([a]);
  });
});
