import { hasEnded } from '../../../../shared/has-ended.ts';
import { redact } from '../../../../shared/redact.ts';
import { isMethod } from '../../request/request-draft.ts';
import { mostPast, type RunFacts } from './run-facts.ts';

/** What of a tab's runs is kept for the next start: those that ended, without their answers and without secrets. */
export function keptRuns(all: readonly RunFacts[]): readonly RunFacts[] {
  return all
    .filter(hasEnded)
    .slice(0, mostPast)
    .map((facts) => ({ ...facts, runId: null, url: redact(facts.url.replace(/[?#].*$/s, '')) }));
}

const endings = ['done', 'failed', 'cancelled'] as const;
const numberOr = <Otherwise>(value: unknown, otherwise: Otherwise) =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;

function readRun(value: unknown): RunFacts | null {
  if (typeof value !== 'object' || value === null) return null;
  const { at, method, url, stage, status, code, bytes, totalMs, logId } = value as Readonly<
    Record<keyof RunFacts, unknown>
  >;
  const time = numberOr(at, null);
  if (time === null || typeof method !== 'string' || !isMethod(method) || typeof url !== 'string')
    return null;
  return {
    runId: null,
    at: time,
    method,
    url,
    stage: endings.find((known) => known === stage) ?? 'done',
    status: numberOr(status, null),
    code: numberOr(code, null),
    bytes: numberOr(bytes, null),
    totalMs: numberOr(totalMs, null),
    logId: typeof logId === 'string' ? logId : null,
  };
}

/** Reads what {@link keptRuns} gave; what is damaged is left out. */
export function readRuns(value: unknown): readonly RunFacts[] {
  if (!Array.isArray(value)) return [];
  return value
    .map(readRun)
    .filter((run) => run !== null)
    .slice(0, mostPast);
}
