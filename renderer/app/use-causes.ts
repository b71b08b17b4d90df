import type { OAuthApp } from '../../shared/coze/app.ts';
import type { Cause } from '../../shared/coze/causes/cause.ts';
import { causeFactsOf } from '../../shared/coze/causes/cause-facts.ts';
import { causesOf } from '../../shared/coze/failure-causes.ts';
import { hostsOfRegion, type Region } from '../../shared/coze/region.ts';
import type { Problem } from '../../shared/problem.ts';
import type { EpochMilliseconds } from '../../shared/time.ts';
import { useAppStore, useKeys } from './app-store.ts';

function apiOf(region: Region, practiceUrl: string | null): string | null {
  try {
    return hostsOfRegion(region, practiceUrl).api;
  } catch {
    return null;
  }
}

type CausesOf = (app: OAuthApp, problem: Problem, at: EpochMilliseconds) => readonly Cause[];

/** The app may have another region by now: a button that leads away from it again is not offered. */
function withoutWayBack(causes: readonly Cause[], { region }: OAuthApp): readonly Cause[] {
  return causes.map((cause) =>
    cause.remedy === 'switch-region' && cause.params['here'] !== region.kind
      ? { ...cause, remedy: null }
      : cause,
  );
}

/** What was found for a failure that brought no causes of its own: what changes after it was shown explains it no better. */
const found = new WeakMap<Problem, { readonly appId: string; readonly causes: readonly Cause[] }>();

/**
 * What may be behind a failure of an app: what was known when it happened, else all that is known of the app when it is
 * first asked for. `at` is when it failed.
 */
export function useCauses(): CausesOf {
  const keys = useKeys();
  const clocks = useAppStore((state) => state.clocks);
  const { url: practiceUrl, faults: practiceFaults } = useAppStore((state) => state.practice);
  return (app, problem, at) => {
    if (problem.causes !== undefined) return withoutWayBack(problem.causes, app);
    const before = found.get(problem);
    if (before?.appId === app.id) return before.causes;
    const key = keys.find(({ id }) => id === app.keyInUse) ?? null;
    const api = apiOf(app.region, practiceUrl);
    const clockOffsetMs = clocks.find((clock) => clock.api === api)?.offsetMs ?? 0;
    const facts = causeFactsOf(app, key, { now: at, clockOffsetMs });
    const causes = causesOf(problem, { ...facts, practiceFaults, practiceUrl });
    found.set(problem, { appId: app.id, causes });
    return causes;
  };
}
