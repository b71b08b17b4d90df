import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUndo } from '../../../electron/engine/undo.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

const clock = { now: () => epochMilliseconds(Date.now()) };
const undo = createUndo(clock, () => 'u1');

beforeEach(() => {
  vi.useFakeTimers({ now: 1_750_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('createUndo', () => {
  it('restores once within ten seconds', async () => {
    const restore = vi.fn(async () => undefined);
    const letGo = vi.fn();
    expect(undo.offer(restore, letGo)).toStrictEqual({ undoId: 'u1', expiresAt: 1_750_000_010_000 });
    vi.advanceTimersByTime(9_999);
    await undo.run('u1');
    await expect(undo.run('u1')).rejects.toThrow('undo/expired');
    expect(restore).toHaveBeenCalledOnce();
    expect(letGo).toHaveBeenCalledOnce();
  });

  it('lets go after ten seconds', async () => {
    const restore = vi.fn(async () => undefined);
    const letGo = vi.fn();
    undo.offer(restore, letGo);
    vi.advanceTimersByTime(10_000);
    expect(letGo).toHaveBeenCalledOnce();
    await expect(undo.run('u1')).rejects.toThrow('undo/expired');
    expect(restore).not.toHaveBeenCalled();
  });

  it('can be tried again when restoring failed', async () => {
    const restore = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('locked'));
    const letGo = vi.fn();
    undo.offer(restore, letGo);
    await expect(undo.run('u1')).rejects.toThrow('locked');
    expect(letGo).not.toHaveBeenCalled();
    await undo.run('u1');
    expect(restore).toHaveBeenCalledTimes(2);
    expect(letGo).toHaveBeenCalledOnce();
  });

  it('does not wipe under a restore that is running', async () => {
    let finish = () => undefined as undefined;
    const letGo = vi.fn();
    undo.offer(
      () =>
        new Promise<void>((resolve) => {
          finish = () => void resolve() as undefined;
        }),
      letGo,
    );
    const running = undo.run('u1');
    vi.advanceTimersByTime(10_000);
    expect(letGo).not.toHaveBeenCalled();
    finish();
    await running;
    expect(letGo).toHaveBeenCalledOnce();
  });

  it('restores at once when the delete cannot be saved', async () => {
    const restore = vi.fn(async () => undefined);
    const { undoId } = undo.offer(restore);
    const unwritable = Promise.reject(new Error('disk full'));
    await expect(undo.restoreUnlessSaved(undoId, unwritable)).rejects.toThrow('disk full');
    expect(restore).toHaveBeenCalledOnce();
  });

  it('wipes everything at the end', async () => {
    const letGo = vi.fn();
    undo.offer(async () => undefined, letGo);
    undo.clear();
    expect(letGo).toHaveBeenCalledOnce();
  });
});
