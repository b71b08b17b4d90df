import type { AnswerFault, Faults } from './practice-fault-schema.ts';

export type { AnswerFault, Faults } from './practice-fault-schema.ts';

export type AnswerFaultKind = AnswerFault['kind'];

/** Nothing is broken; how streams look is left as it is. */
export const allFaultsOff = {
  appDeactivated: false,
  channelUnbound: false,
  keyRemoved: false,
  clockOffsetSeconds: 0,
  nextAnswers: null,
} as const satisfies Partial<Faults>;

/** Nothing is broken, and streams look as they do from the start. */
export const noFaults: Faults = {
  ...allFaultsOff,
  eventPaceMilliseconds: 40,
  doneQuoted: true,
  heartbeats: false,
};

/** How many faults are on. How streams look is no fault. */
export function countFaults(faults: Faults): number {
  const { appDeactivated, channelUnbound, keyRemoved, clockOffsetSeconds, nextAnswers } = faults;
  return [appDeactivated, channelUnbound, keyRemoved, clockOffsetSeconds !== 0, nextAnswers !== null].filter(
    Boolean,
  ).length;
}
