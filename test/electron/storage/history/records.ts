import type { HistoryRecord } from '../../../../electron/storage/history/entry-files.ts';

/** A request as the history keeps it. */
export function record(
  historyId: string,
  at: number,
  changes: Partial<HistoryRecord['entry']> = {},
): HistoryRecord {
  return {
    entry: {
      historyId,
      at,
      appName: '演示',
      endpointId: null,
      method: 'GET',
      url: `https://api.coze.cn/v1/things/${historyId}?page=1`,
      status: 200,
      code: 0,
      problemCode: null,
      logId: `LOG${historyId}`,
      totalMs: 12.5,
      requestBytes: 0,
      answerBytes: 2,
      ...changes,
    },
    request: {
      source: { kind: 'app', appId: 'a' },
      endpointId: null,
      method: 'GET',
      target: { kind: 'region', path: `/v1/things/${historyId}` },
      query: [['page', '1']],
      headers: [],
      body: { kind: 'none' },
      variableSetId: null,
    },
    bodyLeftOut: false,
    run: {
      runId: historyId,
      startedAt: at,
      endpointId: null,
      method: 'GET',
      url: '',
      stage: 'done',
      sent: { bytes: 0, total: 0 },
      tokenId: null,
      minted: false,
      retriedAfter: null,
      head: null,
      timing: { queue: 1, dns: null, connect: null, tls: null, firstByte: 2, body: 3, total: 12.5 },
      envelope: null,
      body: null,
      eventCount: null,
      problem: null,
    },
    eventTimes: [],
  };
}
