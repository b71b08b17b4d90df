import { describe, expect, it } from 'vitest';
import { tokenCheck } from '../../../../electron/doctor/checks/token-check.ts';
import type { Activity } from '../../../../shared/coze/token.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import { now, sampleVisit } from '../sample-visit.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('the token check', () => {
  const rows: readonly (readonly [
    string,
    number,
    { readonly code: number; readonly msg: string } | null,
    readonly (string | null)[],
  ])[] = [
    ['an answer', 200, { code: 0, msg: '' }, ['passed', 'token-accepted', null]],
    [
      '4101 with words about the token',
      401,
      { code: 4101, msg: 'The token you entered is incorrect, please check and retry.' },
      ['failed', 'token-refused', 'token-not-synced'],
    ],
    [
      '4101 with words about the token, and HTTP 200',
      200,
      { code: 4101, msg: 'The token you entered is incorrect.' },
      ['failed', 'token-refused', 'token-not-synced'],
    ],
    [
      '4101 with words about a permission, which only a token that was accepted gets',
      401,
      { code: 4101, msg: 'The token does not have permission to access space_id=1 getMe' },
      ['passed', 'token-accepted-limited', null],
    ],
    [
      '4101 without words about the token',
      403,
      { code: 4101, msg: 'no access to the workspace' },
      ['passed', 'token-accepted-limited', null],
    ],
    [
      '4100',
      401,
      { code: 4100, msg: 'authentication is invalid' },
      ['failed', 'token-refused', 'token-not-synced'],
    ],
    [
      '700012006 with HTTP 200',
      200,
      { code: 700_012_006, msg: 'access token invalid' },
      ['failed', 'token-refused', 'token-not-synced'],
    ],
    ['401 without an envelope', 401, null, ['failed', 'token-refused', 'token-not-synced']],
    ['429', 429, null, ['cannot-tell', 'token-unclear', 'rate-limited']],
    ['502', 502, null, ['cannot-tell', 'token-unclear', 'server-trouble']],
    [
      'a code of something else',
      200,
      { code: 4000, msg: 'bad' },
      ['cannot-tell', 'token-unclear', 'not-documented'],
    ],
  ];
  it.each(rows)('takes %s for what it is', async (_what, status, envelope, found) => {
    const body = envelope === null ? new Uint8Array() : bytes(envelope);
    const { state, finding, causes } = await tokenCheck(sampleVisit({ status, body }));
    expect([state, finding, causes[0]?.code ?? null]).toEqual(found);
  });

  it('leaves one record of the call, with its status and log id and without the token', async () => {
    const records: Omit<Activity, 'id'>[] = [];
    const body = bytes({ code: 4100, msg: 'authentication is invalid' });
    await tokenCheck(sampleVisit({ status: 401, body }, { record: (entry) => records.push(entry) }));
    expect(records).toEqual([
      {
        at: now,
        kind: 'call',
        appName: 'Demo channel',
        subject: 'GET /v1/users/me',
        claims: [],
        elapsedMs: 25,
        status: 401,
        logId: '20260102120000ABCDEF',
        problem: null,
        jti: null,
        clockCorrectedMs: null,
      },
    ]);
  });

  it('shows the system’s word when the call is lost', async () => {
    const visit = sampleVisit({});
    const send = async () => {
      throw new ProblemError('http/reset', { params: { host: 'api.coze.cn', systemCode: 'ECONNRESET' } });
    };
    const lost = await tokenCheck({
      ...visit,
      services: { ...visit.services, http: { ...visit.services.http, send } },
    });
    expect(lost).toMatchObject({
      state: 'failed',
      finding: 'token-lost',
      seen: [{ label: 'error', value: 'ECONNRESET' }],
    });
  });
});
