import type { RunTiming } from '../../../../shared/console-run.ts';

export const phaseNames = ['queue', 'dns', 'connect', 'tls', 'firstByte', 'body'] as const;
export type PhaseName = (typeof phaseNames)[number];

/** One phase of a request, in milliseconds from its start. */
export interface Phase {
  readonly name: PhaseName;
  readonly start: number;
  readonly length: number;
}

/** The phases that are known, one after the other. */
export function phasesOf(timing: RunTiming): readonly Phase[] {
  let start = 0;
  return phaseNames.flatMap((name) => {
    const length = timing[name];
    if (length === null) return [];
    const phase = { name, start, length };
    start += length;
    return [phase];
  });
}

/** `0.4`, `12`, `1 234`: what can be read of a time. */
export function shownMs(ms: number): string {
  return ms < 10 ? ms.toFixed(1).replace(/\.0$/, '') : String(Math.round(ms));
}
