import type { ConsoleRun } from '../../shared/console-run.ts';

/** A run that has begun, with changes. */
export function sampleRun(runId: string, changes: Partial<ConsoleRun> = {}): ConsoleRun {
  return {
    runId,
    startedAt: 1_763_820_000_000,
    endpointId: null,
    method: 'GET',
    url: '',
    stage: 'token',
    sent: { bytes: 0, total: null },
    tokenId: null,
    minted: false,
    retriedAfter: null,
    head: null,
    timing: { queue: null, dns: null, connect: null, tls: null, firstByte: null, body: null, total: null },
    envelope: null,
    body: null,
    eventCount: null,
    problem: null,
    ...changes,
  };
}
