import type { ConsoleRun } from '../../../../../shared/console-run.ts';

/** A run that ended well with 200 and Coze's code 0. */
export function sampleRun(runId: string, startedAt: number, part: Partial<ConsoleRun> = {}): ConsoleRun {
  return {
    runId,
    startedAt,
    endpointId: null,
    method: 'GET',
    url: 'https://api.coze.cn/v1/users/me?x=1',
    stage: 'done',
    sent: { bytes: 0, total: null },
    tokenId: null,
    minted: false,
    retriedAfter: null,
    head: {
      status: 200,
      statusText: 'OK',
      headers: [],
      logId: null,
      contentType: 'application/json',
      url: 'https://api.coze.cn/v1/users/me?x=1',
    },
    timing: { queue: 1, dns: null, connect: null, tls: null, firstByte: 40, body: 1, total: 42 },
    envelope: { code: 0, msg: '' },
    body: null,
    eventCount: null,
    problem: null,
    ...part,
  };
}
