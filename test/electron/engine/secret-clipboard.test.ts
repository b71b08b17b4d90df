import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSecretClipboard } from '../../../electron/engine/secret-clipboard.ts';

let text = '';
const clipboard = createSecretClipboard({
  readClipboard: async () => text,
  writeClipboard: async (next) => {
    text = next;
  },
});

beforeEach(() => {
  text = '';
  vi.useFakeTimers();
});

afterEach(async () => {
  await clipboard.clear();
  vi.useRealTimers();
});

describe('createSecretClipboard', () => {
  it('clears a secret after the time set', async () => {
    await clipboard.copy('czs_a', 60);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(text).toBe('czs_a');
    await vi.advanceTimersByTimeAsync(1);
    expect(text).toBe('');
  });

  it('leaves alone what was copied in between', async () => {
    await clipboard.copy('czs_a', 60);
    text = 'from elsewhere';
    await vi.advanceTimersByTimeAsync(60_000);
    expect(text).toBe('from elsewhere');
  });

  it('does not take away what is copied while it looks', async () => {
    await clipboard.copy('czs_a', 60);
    const clearing = clipboard.clear();
    const copying = clipboard.copy('czs_b', 60);
    await Promise.all([clearing, copying]);
    expect(text).toBe('czs_b');
  });

  it('counts from the last copy', async () => {
    await clipboard.copy('czs_a', 60);
    await vi.advanceTimersByTimeAsync(30_000);
    await clipboard.copy('czs_b', 60);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(text).toBe('czs_b');
  });

  it('with 0 seconds clears only at the end', async () => {
    await clipboard.copy('czs_a', 0);
    await vi.advanceTimersByTimeAsync(10_000_000);
    expect(text).toBe('czs_a');
    await clipboard.clear();
    expect(text).toBe('');
  });
});
