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

/** What may be behind a failure of an app, from all that is known of it here; `at` is when it failed. */
export function useCauses(): CausesOf {
  const keys = useKeys();
  const clocks = useAppStore((state) => state.clocks);
  const { url: practiceUrl, faults: practiceFaults } = useAppStore((state) => state.practice);
  return (app, problem, at) => {
    const key = keys.find(({ id }) => id === app.keyInUse) ?? null;
    const api = apiOf(app.region, practiceUrl);
    const clockOffsetMs = clocks.find((clock) => clock.api === api)?.offsetMs ?? 0;
    const facts = causeFactsOf(app, key, { now: at, clockOffsetMs });
    return causesOf(problem, { ...facts, practiceFaults, practiceUrl });
  };
}
