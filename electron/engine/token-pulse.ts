import type { Clock } from '../../shared/time.ts';
import type { RenewalScheduler } from '../tokens/renewal-scheduler.ts';
import type { ServerClock } from '../tokens/server-clock.ts';
import type { Timers } from '../tokens/timers.ts';
import { millisecondsLeft, type TokenStore } from '../tokens/token-store.ts';
import type { TokenNotices } from './token-notices.ts';

/** The one timer that the life of all tokens hangs on. */
export interface TokenPulse {
  /** Something has changed: looks again at once, but after what runs now. */
  readonly poke: () => void;
  /** The machine was asleep. */
  readonly woke: () => void;
  readonly stop: () => void;
}

export interface TokenPulseOptions {
  readonly timers: Timers;
  readonly clock: Clock;
  readonly tokens: Pick<TokenStore, 'all' | 'forgetWhere'>;
  readonly serverClock: Pick<ServerClock, 'look'>;
  readonly renewals: Pick<RenewalScheduler, 'tick' | 'woke'>;
  readonly notices: TokenNotices;
}

/** The longest pause while a token lives, so that a clock that was set is seen within a second. */
const longestPause = 1000;
const shortestPause = 20;
/** The pause while none lives, but an expired one stands there and comes back to life when the clock is set back. */
const restingPause = 10_000;

/**
 * Beats each second while a token lives, sooner when a renewal is due, now and then while expired ones are held, and not
 * at all when there is nothing to wait for.
 */
export function createTokenPulse(options: TokenPulseOptions): TokenPulse {
  const { timers, clock, tokens, serverClock, renewals, notices } = options;
  let callOff: () => void = () => undefined;
  let isPoked = false;
  let isStopped = false;

  function beat(): void {
    isPoked = false;
    if (isStopped) return;
    serverClock.look();
    const now = clock.now();
    tokens.forgetWhere(({ view }) => view.replacedBy !== null && millisecondsLeft(view, now) <= 0);
    const nextInMs = renewals.tick();
    notices.tick();
    const dated = tokens.all().filter(({ view }) => view.expiresAt !== null);
    if (isPoked || (dated.length === 0 && nextInMs === null)) return;
    const isAnyAlive = dated.some(({ view }) => millisecondsLeft(view, now) > 0);
    const pause = isAnyAlive || nextInMs !== null ? longestPause : restingPause;
    wait(Math.max(shortestPause, Math.min(pause, nextInMs ?? pause)));
  }

  function wait(milliseconds: number): void {
    callOff();
    callOff = timers.after(milliseconds, beat);
  }

  function poke(): void {
    if (isPoked || isStopped) return;
    isPoked = true;
    wait(0);
  }

  return {
    poke,
    woke: () => {
      serverClock.look();
      renewals.woke();
      poke();
    },
    stop: () => {
      isStopped = true;
      callOff();
    },
  };
}
