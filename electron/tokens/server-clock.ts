import type { LearnedClock } from '../../shared/coze/token.ts';
import { type Clock, type EpochMilliseconds, epochMilliseconds } from '../../shared/time.ts';
import {
  type DatedAnswer,
  likelyOffset,
  middleOf,
  type OffsetRange,
  readOffsetRange,
} from './clock-offset.ts';
import type { SteadyClock } from './timers.ts';

/** The clocks of the servers, as their answers tell them, and the local clock being set in between. */
export interface ServerClock {
  /** Server's clock minus local clock in milliseconds for an API origin; null when it has not told its time yet. */
  readonly offsetOf: (api: string) => number | null;
  /** Keeps this moment in mind: the function gives it on the local clock as that is set when it is called. */
  readonly remember: () => () => EpochMilliseconds;
  /**
   * Takes the time out of an answer that `api` gave. What is known stays as long as the answer does not speak against it.
   *
   * @param sentAt - on the local clock as it is set now
   */
  readonly learn: (api: string, answer: DatedAnswer, sentAt: EpochMilliseconds) => void;
  /**
   * Looks whether the local clock was set since the last look: when it moved by over a second more or less than the
   * steady clock did, each offset moves the other way. Sleep and a change of the time zone are no such change.
   */
  readonly look: () => void;
  readonly clocks: () => LearnedClock[];
}

export interface ServerClockOptions {
  readonly clock: Clock;
  readonly steady: SteadyClock;
  /** Called when an offset is learned that is not the one known before; small differences are measuring errors. */
  readonly onLearned: (api: string, offsetMs: number) => void;
  /** Called when the local clock was set, with the milliseconds that it was moved forward. */
  readonly onSet: (jumpMs: number) => void;
  readonly onChange: () => void;
}

const smallestJumpMs = 1000;
/** What is known is itself no more exact than this. */
const measuringErrorMs = 1000;

function agrees(known: number, { low, high }: OffsetRange): boolean {
  return known >= low - measuringErrorMs && known <= high + measuringErrorMs;
}

/** Every question looks at the local clock first, so that no answer is from before it was set. */
export function createServerClock(options: ServerClockOptions): ServerClock {
  const { clock, steady } = options;
  const learned = new Map<string, LearnedClock>();
  let wallAt: number = clock.now();
  let steadyAt = steady.now();
  let movedInAll = 0;

  function jump(): number {
    const wall = clock.now();
    const steadyNow = steady.now();
    const passed = steadyNow - steadyAt;
    const moved = wall - wallAt - passed;
    wallAt = wall;
    steadyAt = steadyNow;
    return passed < 0 || Math.abs(moved) <= smallestJumpMs ? 0 : Math.round(moved);
  }

  function look(): void {
    const moved = jump();
    if (moved === 0) return;
    movedInAll += moved;
    for (const known of learned.values()) {
      learned.set(known.api, {
        ...known,
        offsetMs: known.offsetMs - moved,
        learnedAt: known.learnedAt + moved,
      });
    }
    options.onSet(moved);
    options.onChange();
  }

  return {
    look,
    clocks: () => [...learned.values()],
    offsetOf: (api) => {
      look();
      return learned.get(api)?.offsetMs ?? null;
    },
    remember: () => {
      look();
      const at = clock.now();
      const movedBefore = movedInAll;
      return () => {
        look();
        return epochMilliseconds(at + movedInAll - movedBefore);
      };
    },
    learn: (api, answer, sentAt) => {
      look();
      const range = readOffsetRange(answer, sentAt);
      if (range === null) return;
      const known = learned.get(api)?.offsetMs ?? null;
      const isSame = known !== null && agrees(known, range);
      const offsetMs = known === null ? likelyOffset(range) : isSame ? known : middleOf(range);
      learned.set(api, { api, offsetMs, learnedAt: Math.round(clock.now()) });
      if (isSame) return;
      options.onLearned(api, offsetMs);
      options.onChange();
    },
  };
}
