import { ProblemError } from '../../shared/problem.ts';
import type { Clock } from '../../shared/time.ts';

const undoMilliseconds = 10_000;

export interface Undo {
  /**
   * Keeps `restore` for ten seconds, then calls `letGo`, which wipes what restoring needed. `expiresAt` is in epoch
   * milliseconds.
   */
  readonly offer: (restore: () => Promise<void>, letGo?: () => void) => { undoId: string; expiresAt: number };
  /**
   * Restores, once. When that fails, it can be tried again until the time is over.
   *
   * @throws ProblemError `undo/expired`, or what restoring throws
   */
  readonly run: (undoId: string) => Promise<void>;
  /**
   * Waits for the delete to be `saved`; when it cannot be, restores at once, so that no half of a delete stays.
   *
   * @throws what `saved` rejects with
   */
  readonly restoreUnlessSaved: (undoId: string, saved: Promise<void>) => Promise<void>;
  readonly clear: () => void;
}

interface Offer {
  readonly restore: () => Promise<void>;
  readonly letGo: () => void;
  readonly expiresAt: number;
  readonly timer: NodeJS.Timeout;
}

/** Deletes that can be taken back. What they hold, private keys too, is let go of when the time is over. */
export function createUndo(clock: Clock, newId: () => string): Undo {
  const offers = new Map<string, Offer>();

  /** An offer that is being restored is let go of when that ends. */
  const restoring = new Set<Offer>();

  function end(undoId: string, offer: Offer): void {
    offers.delete(undoId);
    clearTimeout(offer.timer);
    if (!restoring.has(offer)) offer.letGo();
  }

  async function run(undoId: string): Promise<void> {
    const offer = offers.get(undoId);
    if (offer === undefined || restoring.has(offer) || clock.now() >= offer.expiresAt) {
      throw new ProblemError('undo/expired');
    }
    restoring.add(offer);
    try {
      await offer.restore();
      offers.delete(undoId);
    } finally {
      restoring.delete(offer);
      if (!offers.has(undoId)) end(undoId, offer);
    }
  }

  return {
    run,
    restoreUnlessSaved: async (undoId, saved) => {
      try {
        await saved;
      } catch (thrown) {
        await run(undoId).catch(() => undefined);
        throw thrown;
      }
    },
    offer: (restore, letGo = () => undefined) => {
      const undoId = newId();
      const expiresAt = Math.round(clock.now()) + undoMilliseconds;
      const timer = setTimeout(() => end(undoId, offer), undoMilliseconds);
      timer.unref();
      const offer: Offer = { restore, letGo, expiresAt, timer };
      offers.set(undoId, offer);
      return { undoId, expiresAt };
    },
    clear: () => {
      for (const [undoId, offer] of [...offers]) end(undoId, offer);
    },
  };
}
