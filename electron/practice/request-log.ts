import type { EpochMilliseconds } from '../../shared/time.ts';
import type { CheckResult } from './check-sheet.ts';
import type { AnswerFault } from './faults.ts';
import type { Refusal } from './refusal.ts';

/** One request that practice Coze received and what it did about it. Holds no token, assertion or body. */
export interface RequestLogEntry {
  /** Counts up from 1 for as long as practice Coze lives. */
  readonly number: number;
  /** On practice Coze's own clock, clock fault included. */
  readonly at: EpochMilliseconds;
  readonly logId: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** In the order in which they are made. */
  readonly checks: readonly CheckResult[];
  /** Why it was refused; its `undocumented` parts are practice Coze's own words, not Coze's. */
  readonly refusal: Refusal | null;
  readonly status: number;
  /** The fault that the answer suffered. */
  readonly fault: AnswerFault['kind'] | null;
}

export interface RequestLog {
  readonly add: (entry: Omit<RequestLogEntry, 'number'>) => void;
  /** The entries still held, oldest first. */
  readonly entries: () => readonly RequestLogEntry[];
}

export const requestLogCapacity = 500;

/** Keeps the last {@link requestLogCapacity} requests. */
export function createRequestLog(): RequestLog {
  const held: RequestLogEntry[] = [];
  let count = 0;
  return {
    add: (entry) => {
      count += 1;
      held.push({ ...entry, number: count });
      if (held.length > requestLogCapacity) held.shift();
    },
    entries: () => [...held],
  };
}
