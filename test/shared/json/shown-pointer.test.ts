import { describe, expect, it } from 'vitest';
import { shownPointer } from '../../../shared/json/shown-pointer.ts';

describe('shownPointer', () => {
  it('shows a name as it stands in the JSON', () => {
    expect(shownPointer('/http:~1~1example.com~1is_root')).toBe('http://example.com/is_root');
    expect(shownPointer('/~0user')).toBe('~user');
  });

  it('does not read an escaped tilde as the start of another escape', () => {
    expect(shownPointer('/a~01b')).toBe('a~1b');
  });

  it('keeps the strokes between names', () => {
    expect(shownPointer('/session_context/device_info')).toBe('session_context/device_info');
    expect(shownPointer('')).toBe('');
  });
});
