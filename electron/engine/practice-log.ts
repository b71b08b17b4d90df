import { endpoints } from '../../shared/coze/endpoints.ts';
import { fitsTemplate } from '../../shared/coze/scope/find-permissions.ts';
import type { PracticeDetail, PracticeEntry, PracticeLog } from '../../shared/practice-schema.ts';
import type { PracticeCoze, RequestLogEntry } from '../practice/practice-coze.ts';
import type { Timers } from '../tokens/timers.ts';
import { createPaced } from './paced.ts';

export interface PracticeLogFeed {
  /** Everything that is still in the log. */
  readonly all: () => PracticeLog;
  readonly detail: (number: number) => PracticeDetail | null;
  readonly close: () => void;
}

/** The catalogue's entry for a request; where several grants share a path, the first, which is the JWT one. */
function endpointIdOf(method: string, path: string): string | null {
  const given = path.toLowerCase().replace(/\/$/, '');
  return endpoints.find((entry) => entry.method === method && fitsTemplate(entry.path, given))?.id ?? null;
}

function summaryOf(entry: RequestLogEntry): PracticeEntry {
  const { number, at, logId, method, path, sender, status, durationMs, refusal, fault } = entry;
  return {
    number,
    at,
    logId,
    method,
    path,
    endpointId: endpointIdOf(method, path),
    app: sender,
    status,
    durationMs,
    refusedWith: refusal === null ? null : String(refusal.code),
    fault,
  };
}

function detailOf(entry: RequestLogEntry): PracticeDetail {
  const { query, request, assertion, checks, refusal, answer } = entry;
  const headers = (pairs: typeof request.headers) =>
    pairs.map(([name, value]): [string, string] => [name, value]);
  return {
    ...summaryOf(entry),
    query,
    request: { ...request, headers: headers(request.headers) },
    assertion,
    checks,
    refusal:
      refusal === null
        ? null
        : { code: String(refusal.code), message: refusal.message, undocumented: refusal.undocumented },
    answer: { ...answer, headers: headers(answer.headers) },
  };
}

/** The request log of practice Coze for screens: told in lots, so that no flood of requests holds a window up. */
export function createPracticeLogFeed(
  practice: Pick<PracticeCoze, 'log' | 'subscribe'>,
  timers: Timers,
  emit: (log: PracticeLog) => void,
): PracticeLogFeed {
  const changed = new Map<number, RequestLogEntry>();

  const firstNumber = () => practice.log()[0]?.number ?? Number.MAX_SAFE_INTEGER;
  const told = createPaced(timers, () => {
    const first = firstNumber();
    const entries = [...changed.values()].filter(({ number }) => number >= first).map(summaryOf);
    changed.clear();
    emit({ entries, firstNumber: first });
  });
  const end = practice.subscribe((change) => {
    if (change.kind === 'faults') return;
    if (change.kind === 'entry') changed.set(change.entry.number, change.entry);
    told.changed();
  });

  return {
    all: () => ({ entries: practice.log().map(summaryOf), firstNumber: firstNumber() }),
    detail: (number) => {
      const entry = practice.log().find((held) => held.number === number);
      return entry === undefined ? null : detailOf(entry);
    },
    close: () => {
      end();
      told.stop();
    },
  };
}
