import { clockCorrection } from '../../shared/coze/clock-correction.ts';
import { lengthOfTime } from '../../shared/i18n/length-of-time.ts';
import type { HttpClient } from '../http/client.ts';
import { learnFromAnswers } from '../tokens/learn-from-answers.ts';
import { createServerClock, type ServerClock } from '../tokens/server-clock.ts';
import { systemSteadyClock } from '../tokens/timers.ts';
import type { CommandContext } from './command.ts';

/** The switch that leaves a wrong local clock as it is. */
export const leavesClock = 'no-clock-correction';

/** The time of the servers, as their answers to this command tell it. */
export interface ServerTime<Client extends HttpClient = HttpClient> {
  /** Learns from every answer. */
  readonly http: Client;
  readonly clock: Pick<ServerClock, 'offsetOf'>;
  /** Milliseconds to add when an assertion for the API origin `api` is signed; null when nothing is to be added. */
  readonly correctionFor: (api: string) => number | null;
  /** Says on standard error that a correction is made; nothing for null. */
  readonly say: (api: string, correctionMs: number | null) => void;
}

/** @param switches - that were given; {@link leavesClock} turns the correction off */
export function createServerTime<Client extends HttpClient>(
  http: Client,
  { terminal, say, language }: CommandContext,
  switches: ReadonlySet<string>,
): ServerTime<Client> {
  const clock = createServerClock({
    clock: terminal.clock,
    steady: systemSteadyClock,
    onLearned: () => undefined,
    onSet: () => undefined,
    onChange: () => undefined,
  });
  return {
    http: { ...http, ...learnFromAnswers(http, clock) },
    clock,
    correctionFor: (api) => (switches.has(leavesClock) ? null : clockCorrection(clock.offsetOf(api))),
    say: (api, correctionMs) => {
      if (correctionMs === null) return;
      const length = lengthOfTime(Math.abs(correctionMs) / 1000, language);
      const key = correctionMs > 0 ? 'clock.behind' : 'clock.ahead';
      terminal.err(`${say(key, { length, host: new URL(api).host })}\n`);
    },
  };
}
