import { assertNever } from '../../shared/assert-never.ts';
import type { Renewal } from '../../shared/coze/token.ts';
import { type Problem, type ProblemCode, toProblem } from '../../shared/problem.ts';
import type { Clock } from '../../shared/time.ts';
import { healsByItself } from './renewal-heals.ts';
import { planRenewal, type RenewalFailure, type RenewalStep, renewalPause } from './renewal-plan.ts';
import type { SteadyClock } from './timers.ts';
import { type HeldToken, millisecondsLeft, type TokenStore } from './token-store.ts';

/**
 * Renews the tokens that renew by themselves, before they expire.
 *
 * Nothing renews for a token that nobody wants. A token is wanted from the moment that its text is put to use while it
 * lives (a request sent with it, a copy, a reveal), or that its own renewal is switched on by a person; each renewal makes
 * a new token, which starts unwanted again, so that one use or one switch pays for one renewal.
 */
export interface RenewalScheduler {
  /**
   * Looks at every token, starts what is due and says in the views how it stands.
   *
   * @returns milliseconds until the next look is needed; null when nothing is planned
   */
  readonly tick: () => number | null;
  /** Ends at once the renewals of tokens that are gone, or that are not to renew any more. */
  readonly dropStale: () => void;
  /** The machine was asleep: what failed and may pass is tried anew, also what was given up. */
  readonly woke: () => void;
  /** Forgets what failed before, because a person asks for another try. */
  readonly reset: (tokenId: string) => void;
  /** Forgets the failures of this kind, because what they were about is mended; the next tick tries anew. */
  readonly forgive: (code: ProblemCode) => void;
  /** Ends what is on its way; nothing starts afterwards. */
  readonly close: () => void;
}

export interface RenewalOptions {
  readonly tokens: Pick<TokenStore, 'all' | 'find' | 'setRenewals'>;
  readonly clock: Clock;
  readonly steady: SteadyClock;
  /** At least 0, less than 1. */
  readonly random: () => number;
  /** Mints in place of the token and marks it as replaced. */
  readonly renew: (tokenId: string, signal: AbortSignal) => Promise<unknown>;
  /** Called when something has ended and it is time for the next tick. */
  readonly onSettled: () => void;
}

interface Failed {
  readonly attempts: number;
  readonly problem: Problem;
  readonly lasts: boolean;
  /** On the steady clock. */
  readonly firstAt: number;
  readonly retryAt: number;
}

interface Running {
  readonly api: string;
  readonly controller: AbortController;
}

/** Mints that run side by side at one API; more would only wait for each other. One that hangs holds up no other. */
const maxRunning = 16;

export function createRenewalScheduler(options: RenewalOptions): RenewalScheduler {
  const { tokens, clock, steady } = options;
  const running = new Map<string, Running>();
  const failed = new Map<string, Failed>();
  let isClosed = false;

  function fail(token: HeldToken, thrown: unknown): void {
    const before = failed.get(token.view.id);
    const attempts = (before?.attempts ?? 0) + 1;
    const problem = toProblem(thrown);
    const now = steady.now();
    failed.set(token.view.id, {
      attempts,
      problem,
      lasts: !healsByItself(problem),
      firstAt: before?.firstAt ?? now,
      retryAt: now + renewalPause(attempts, options.random()),
    });
  }

  async function run(token: HeldToken): Promise<void> {
    const { id } = token.view;
    const controller = new AbortController();
    running.set(id, { api: token.api, controller });
    try {
      await options.renew(id, controller.signal);
      failed.delete(id);
    } catch (thrown) {
      if (!controller.signal.aborted) fail(token, thrown);
    } finally {
      running.delete(id);
      if (!isClosed) options.onSettled();
    }
  }

  function failureOf(id: string): RenewalFailure | null {
    const known = failed.get(id);
    if (known === undefined) return null;
    const now = steady.now();
    return { lasts: known.lasts, retryInMs: known.retryAt - now, sinceFirstMs: now - known.firstAt };
  }

  function stepOf({ view, lifetimeMs, wanted }: HeldToken): RenewalStep | null {
    const renews = view.autoRenew && view.source === 'minted' && view.replacedBy === null;
    if (!renews || lifetimeMs === null) return null;
    const leftMs = millisecondsLeft(view, clock.now());
    return planRenewal({ leftMs, lifetimeMs, wanted, failure: failureOf(view.id) });
  }

  function shown(token: HeldToken, step: RenewalStep | null): Renewal | null {
    if (step === null) return null;
    const problem = failed.get(token.view.id)?.problem ?? null;
    const inLocalTime = (inMs: number) => Math.round(clock.now() + inMs);
    switch (step.kind) {
      case 'wait':
        return {
          state: 'waiting',
          nextAt: inLocalTime(step.inMs),
          ...(token.wanted ? {} : { ifUsed: true }),
          problem,
        };
      case 'retry':
        return { state: 'backing-off', nextAt: inLocalTime(step.inMs), problem };
      case 'renew':
        return running.has(token.view.id)
          ? { state: 'running', nextAt: null, problem }
          : { state: 'waiting', nextAt: inLocalTime(0), problem };
      case 'unused':
        return { state: 'idle-unused', nextAt: null, problem };
      case 'stop':
        return { state: 'stopped', nextAt: null, problem };
      default:
        return assertNever(step);
    }
  }

  /** A time that moved by no more than the clocks' grain is the same time. */
  function isSame(a: Renewal | null, b: Renewal | null): boolean {
    if (a === null || b === null) return a === b;
    const isNear = a.nextAt === b.nextAt || Math.abs((a.nextAt ?? 0) - (b.nextAt ?? 0)) < 1000;
    return a.state === b.state && a.ifUsed === b.ifUsed && a.problem === b.problem && isNear;
  }

  function dropStale(): void {
    for (const [id, { controller }] of running) {
      const token = tokens.find(id);
      if (token === null || !token.view.autoRenew) controller.abort();
    }
    for (const id of failed.keys()) if (tokens.find(id) === null) failed.delete(id);
  }

  /** Those that have least time left come first. */
  function startDue(due: readonly HeldToken[]): void {
    const now = clock.now();
    const urgent = due.toSorted((a, b) => millisecondsLeft(a.view, now) - millisecondsLeft(b.view, now));
    for (const token of urgent) {
      const atSameApi = [...running.values()].filter(({ api }) => api === token.api);
      if (atSameApi.length < maxRunning) void run(token);
    }
  }

  return {
    dropStale,
    tick: () => {
      if (isClosed) return null;
      dropStale();
      let nextInMs: number | null = null;
      const changed = new Map<string, Renewal | null>();
      const steps = tokens.all().map((token) => {
        const isRunning = running.has(token.view.id);
        return { token, isRunning, step: isRunning ? ({ kind: 'renew' } as const) : stepOf(token) };
      });
      startDue(
        steps.flatMap(({ token, isRunning, step }) => (!isRunning && step?.kind === 'renew' ? token : [])),
      );
      for (const { token, step } of steps) {
        if (step?.kind === 'wait' || step?.kind === 'retry')
          nextInMs = Math.min(nextInMs ?? step.inMs, step.inMs);
        const renewal = shown(token, step);
        if (!isSame(token.view.renewal, renewal)) changed.set(token.view.id, renewal);
      }
      tokens.setRenewals(changed);
      return nextInMs;
    },
    woke: () => {
      for (const [id, { lasts }] of failed) if (!lasts) failed.delete(id);
    },
    reset: (tokenId) => {
      failed.delete(tokenId);
    },
    forgive: (code) => {
      for (const [id, { problem }] of failed) if (problem.code === code) failed.delete(id);
    },
    close: () => {
      isClosed = true;
      for (const { controller } of running.values()) controller.abort();
    },
  };
}
