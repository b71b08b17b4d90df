import type { OAuthApp } from '../../shared/coze/app.ts';
import { causeFactsOf } from '../../shared/coze/causes/cause-facts.ts';
import { causesOf } from '../../shared/coze/failure-causes.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { EngineContext } from './context.ts';

type Known = Pick<EngineContext, 'profile' | 'clock' | 'serverClock'> & {
  readonly practice: Pick<EngineContext['practice'], 'status'>;
};

/**
 * What was thrown for `app`, with the causes that it may have as everything stands now: what is changed later makes no
 * other failure of it. Whatever is no problem stays as it is.
 *
 * @param api - origin that was asked
 */
export function explainFailure(thrown: unknown, app: OAuthApp, api: string, known: Known): unknown {
  if (!(thrown instanceof ProblemError)) return thrown;
  const { profile, clock, serverClock, practice } = known;
  const key = profile.get().keys.find(({ id }) => id === app.keyInUse) ?? null;
  const { faults: practiceFaults, url: practiceUrl } = practice.status();
  const now = { now: clock.now(), clockOffsetMs: serverClock.offsetOf(api) ?? 0 };
  const { code, server, ...problem } = thrown.problem;
  const causes = causesOf(thrown.problem, { ...causeFactsOf(app, key, now), practiceFaults, practiceUrl });
  return new ProblemError(code, {
    ...problem,
    ...(server === null ? {} : { server }),
    causes,
    cause: thrown,
  });
}
