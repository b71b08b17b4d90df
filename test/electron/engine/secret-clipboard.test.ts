import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSecretClipboard } from '../../../electron/engine/secret-clipboard.ts';

let text = '';
const clipboard = createSecretClipboard({
  readClipboard: () => text,
  writeClipboard: (next) => {
    text = next;
  },
});

beforeEach(() => {
  text = '';
  vi.useFakeTimers();
});

afterEach(() => {
  clipboard.clear();
  vi.useRealTimers();
});

describe('createSecretClipboard', () => {
  it('clears a secret after the time set', () => {
    clipboard.copy('czs_a', 60);
    vi.advanceTimersByTime(59_999);
    expect(text).toBe('czs_a');
    vi.advanceTimersByTime(1);
    expect(text).toBe('');
  });

  it('leaves alone what was copied in between', () => {
    clipboard.copy('czs_a', 60);
    text = 'from elsewhere';
    vi.advanceTimersByTime(60_000);
    expect(text).toBe('from elsewhere');
  });

  it('counts from the last copy', () => {
    clipboard.copy('czs_a', 60);
    vi.advanceTimersByTime(30_000);
    clipboard.copy('czs_b', 60);
    vi.advanceTimersByTime(59_999);
    expect(text).toBe('czs_b');
  });

  it('with 0 seconds clears only at the end', () => {
    clipboard.copy('czs_a', 0);
    vi.advanceTimersByTime(10_000_000);
    expect(text).toBe('czs_a');
    clipboard.clear();
    expect(text).toBe('');
  });
});
