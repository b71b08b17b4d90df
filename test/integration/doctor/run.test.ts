import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpClient } from '../../../electron/http/client.ts';
import type { PracticeCoze } from '../../../electron/practice/practice-coze.ts';
import { hostsOfRegion } from '../../../shared/coze/region.ts';
import type { Activity } from '../../../shared/coze/token.ts';
import { checkNames, type DoctorQuestion, type DoctorReport } from '../../../shared/doctor.ts';
import { describeCheck, describeVerdict } from '../../../shared/i18n/describe-check.ts';
import { doctorPlainText } from '../../../shared/i18n/doctor-plain-text.ts';
import {
  app,
  type BenchOptions,
  causeIn,
  checkOf,
  clientId,
  clock,
  examine,
  key,
  otherPublicHalf,
  startPractice,
} from './doctor-bench.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function practice(): Promise<PracticeCoze & { readonly at: string }> {
  const started = await startPractice();
  cleanups.push(started.stop);
  return { ...started, at: started.url() ?? '' };
}

const states = (report: DoctorReport) => report.checks.map(({ state }) => state);

describe('a run', () => {
  it('goes through all checks of an app that works, and says what became of the token', async () => {
    const { at } = await practice();
    const report = await examine({ url: at });
    expect(report).toMatchObject({ state: 'done', cause: null, question: null, appName: '薄荷渠道' });
    expect(report.checks.map(({ name }) => name)).toEqual(checkNames);
    expect(states(report)).toEqual([
      ...['passed', 'passed', 'passed', 'passed', 'passed', 'passed', 'passed'],
      ...['skipped', 'passed', 'skipped'],
    ]);
    expect(checkOf(report, 'exchange').finding).toBe('exchange-kept');
    expect(describeVerdict(report, 'en')).toBe('Everything works, from the key to the API call');
  });

  it('tells every step: waiting, running, ended', async () => {
    const { at } = await practice();
    const seen: string[] = [];
    await examine({
      url: at,
      onReport: ({ checks }) => {
        const running = checks.find(({ state }) => state === 'running');
        if (running !== undefined && seen.at(-1) !== running.name) seen.push(running.name);
      },
    });
    expect(seen).toEqual(checkNames);
  });

  it('stops at the cause and asks; goes on when told so, and keeps the cause', async () => {
    const { at } = await practice();
    const questions: DoctorQuestion[] = [];
    const options: BenchOptions = {
      url: at,
      patient: { keychainState: async () => 'locked' },
      answer: async (question) => {
        questions.push(question);
        return true;
      },
    };
    const report = await examine(options);
    expect(questions).toEqual([{ kind: 'go-on', after: 'keychain' }]);
    expect(report).toMatchObject({ state: 'done', cause: 'keychain' });
    expect(checkOf(report, 'token').state).toBe('passed');
  });

  it('ends where it is when it is cancelled, also while it waits for an answer', async () => {
    const { at, setFaults } = await practice();
    setFaults({ nextAnswers: { fault: { kind: 'delay', milliseconds: 60_000 }, times: 10 } });
    const busy = new AbortController();
    const report = await examine({
      url: at,
      signal: busy.signal,
      onReport: ({ checks }) => {
        if (checks.some(({ name, state }) => name === 'region' && state === 'running')) busy.abort();
      },
    });
    expect(report).toMatchObject({ state: 'cancelled', cause: null });
    expect(checkOf(report, 'region').finding).toBe('skipped-cancelled');

    const waiting = new AbortController();
    const asked = await examine({
      url: at,
      patient: { keychainState: async () => 'locked' },
      signal: waiting.signal,
      answer: async () => {
        waiting.abort();
        waiting.signal.throwIfAborted();
        return null;
      },
    });
    expect(asked.state).toBe('cancelled');
  });

  it('makes a finding of what nobody foresaw', async () => {
    const keychainState = async () => {
      throw new TypeError('secret');
    };
    const report = await examine({ patient: { keychainState } });
    expect(checkOf(report, 'keychain')).toMatchObject({
      state: 'failed',
      finding: 'check-broke',
      params: { code: 'internal' },
    });
    expect(JSON.stringify(report)).not.toContain('secret');
  });
});

describe('the other region', () => {
  async function twoRegions(answer: BenchOptions['answer']) {
    const here = await practice();
    const there = await practice();
    here.setFaults({ keyRemoved: true });
    const otherHosts = hostsOfRegion({ kind: 'custom', baseUrl: there.at }, null);
    const options = { url: here.at, region: { kind: 'cn' }, patient: { otherHosts } } as const;
    const run = () => examine({ ...options, ...(answer === undefined ? {} : { answer }) });
    return { there, run, host: new URL(there.at).host };
  }
  const yes = async ({ kind }: DoctorQuestion) => kind === 'other-region';

  it('is asked about before anything is sent there', async () => {
    const questions: DoctorQuestion[] = [];
    const { there, run, host } = await twoRegions(async (question) => {
      questions.push(question);
      return false;
    });
    const report = await run();
    expect(questions).toEqual([
      { kind: 'other-region', host },
      { kind: 'go-on', after: 'other-region' },
    ]);
    expect(there.log()).toEqual([]);
    expect(checkOf(report, 'other-region').finding).toBe('skipped-declined');
    expect(causeIn(report)).toEqual(['exchange', 'exchange-refused', 'other-region']);
  });

  it('gets nothing where nobody can be asked', async () => {
    const { there, run } = await twoRegions(async () => null);
    expect(checkOf(await run(), 'other-region').finding).toBe('skipped-not-asked');
    expect(there.log()).toEqual([]);
  });

  it('is found to know the kid, with the button that switches', async () => {
    const { there, run } = await twoRegions(yes);
    const report = await run();
    expect(checkOf(report, 'other-region')).toMatchObject({
      state: 'failed',
      finding: 'other-knows',
      causes: [{ code: 'other-region', remedy: 'switch-region' }],
    });
    expect(there.log()).toHaveLength(1);
    expect(report.state).toBe('stopped');
  });

  it('is found to know the kid by what it refuses, too', async () => {
    const { there, run } = await twoRegions(yes);
    there.setFaults({ appDeactivated: true });
    expect(checkOf(await run(), 'other-region').finding).toBe('other-knows');
  });

  it('is found not to know the kid either', async () => {
    const { there, run } = await twoRegions(yes);
    there.setFaults({ keyRemoved: true });
    expect(checkOf(await run(), 'other-region').finding).toBe('other-unknown');
  });
});

describe('an app that is changed while it is examined', () => {
  it('is not minted for any more', async () => {
    const { at, log } = await practice();
    let isRegionKnown = false;
    const report = await examine({
      url: at,
      patient: { changed: () => (isRegionKnown ? 'app-changed' : null) },
      onReport: ({ checks }) => {
        isRegionKnown = checks.some(({ name, state }) => name === 'region' && state === 'passed');
      },
    });
    expect(report).toMatchObject({ state: 'cancelled', cause: null });
    expect(checkOf(report, 'exchange').finding).toBe('skipped-app-changed');
    expect(log().map(({ path }) => path)).toEqual(['/v1/users/me']);
    expect(describeVerdict(report, 'en')).toBe('Ended early: the app or its key was changed during the run');
    expect(describeVerdict(report, 'zh')).toBe('提前结束：诊断期间应用或密钥有改动');
  });

  it('signs nothing for the other region with a key that was deleted at the question', async () => {
    const here = await practice();
    const there = await practice();
    here.setFaults({ keyRemoved: true });
    let isDeleted = false;
    const records: string[] = [];
    const report = await examine({
      url: here.at,
      region: { kind: 'cn' },
      patient: {
        otherHosts: hostsOfRegion({ kind: 'custom', baseUrl: there.at }, null),
        changed: () => (isDeleted ? 'key-deleted' : null),
      },
      services: { record: ({ appName }) => records.push(appName) },
      answer: async () => {
        isDeleted = true;
        return true;
      },
    });
    expect(there.log()).toEqual([]);
    expect(records).toEqual([]);
    expect(report).toMatchObject({ state: 'cancelled', cause: 'exchange' });
    expect(checkOf(report, 'other-region').finding).toBe('skipped-key-deleted');
    expect(checkOf(report, 'permission').finding).toBe('skipped-key-deleted');
  });
});

it('records what it signed for the other region, and under which name', async () => {
  const here = await practice();
  const there = await practice();
  here.setFaults({ keyRemoved: true });
  const records: Omit<Activity, 'id'>[] = [];
  await examine({
    url: here.at,
    region: { kind: 'cn' },
    patient: { otherHosts: hostsOfRegion({ kind: 'custom', baseUrl: there.at }, null) },
    services: { record: (entry) => records.push(entry) },
    answer: async ({ kind }) => kind === 'other-region',
  });
  expect(records).toMatchObject([
    {
      kind: 'mint',
      appName: `薄荷渠道 · ${new URL(there.at).host}`,
      subject: 'prod-2026',
      claims: ['iss', 'aud', 'iat', 'exp', 'jti'],
      status: 200,
      logId: expect.stringMatching(/^\d{14}/),
      problem: null,
      jti: expect.stringMatching(/^[\w-]{43}$/),
    },
  ]);
});

it('takes no time from an answer that let itself be waited for', async () => {
  const { at, setFaults } = await practice();
  setFaults({ clockOffsetSeconds: 7200 });
  const http = createHttpClient({ clock });
  cleanups.push(http.close);
  const slow: HttpClient = {
    ...http,
    send: async (request) => ({ ...(await http.send(request)), firstByteMs: 4001 }),
  };
  const report = await examine({ url: at, services: { http: slow } });
  expect(checkOf(report, 'clock')).toMatchObject({
    state: 'cannot-tell',
    finding: 'clock-unknown',
    seen: [],
  });
  expect(report.cause).not.toBe('clock');
  expect(checkOf(report, 'lint').finding).toBe('lint-clean');
});

it('says in words how far the clock is off, and keeps the numbers and UTC in the report', async () => {
  const { at, setFaults } = await practice();
  setFaults({ clockOffsetSeconds: -7200 });
  const report = await examine({ url: at });
  const clockSeen = checkOf(report, 'clock').seen;
  const difference = clockSeen.find(({ label }) => label === 'difference')?.milliseconds ?? 0;
  expect(Math.abs(difference + 7_200_000)).toBeLessThan(5000);
  const server = clockSeen.find(({ label }) => label === 'server-time');
  expect(server?.value).toBe(new Date(server?.milliseconds ?? 0).toISOString());
  expect(describeCheck(checkOf(report, 'clock'), 'zh').finding).toMatch(/快了 (?:2 小时|1 小时 59 分钟)/);
  expect(describeVerdict(report, 'en')).toMatch(/^Stopped at: Clock\. This computer’s clock is 2 h ahead$/);
});

it('says where it stopped, and the cause only where there is no other', async () => {
  const { at, setFaults } = await practice();
  setFaults({ keyRemoved: true });
  expect(describeVerdict(await examine({ url: at }), 'zh')).toBe('卡在“换取令牌”');
  const goesOn = await examine({ url: at, key: null, answer: async () => true });
  expect(describeVerdict(goesOn, 'en')).toBe('Failed at: Private key. No key is in use');
});

describe('the endpoint that was named', () => {
  const scope = (...permission_list: string[]) => ({ account_permission: { permission_list } });
  const rows: readonly (readonly [string, BenchOptions, string, string])[] = [
    ['needs no permission', { endpointId: 'list_plugin' }, 'passed', 'permission-none-needed'],
    ['is not documented', { endpointId: 'users_me' }, 'cannot-tell', 'permission-unknown'],
    ['is not there', { endpointId: 'nonsense' }, 'cannot-tell', 'permission-endpoint-unknown'],
    ['depends on the app', { endpointId: 'chat_v3' }, 'cannot-tell', 'permission-of-app'],
    ['refuses channel tokens', { endpointId: 'list_workspace' }, 'failed', 'permission-channel-refused'],
    [
      'is in the scope',
      {
        endpointId: 'chat_v3',
        app: { defaults: { ...app.defaults, scope: scope('Connector.botChat') } },
      },
      'passed',
      'permission-in-scope',
    ],
    [
      'is not in the scope',
      {
        endpointId: 'workflow_run',
        app: { defaults: { ...app.defaults, scope: scope('Connector.botChat') } },
      },
      'failed',
      'permission-not-in-scope',
    ],
  ];
  it.each(rows)('%s', async (_name, options, state, finding) => {
    const { at, log } = await practice();
    const report = await examine({ url: at, ...options });
    expect(checkOf(report, 'permission')).toMatchObject({ state, finding });
    expect(report.cause).toBe(state === 'failed' ? 'permission' : null);
    expect(log().map(({ path }) => path)).toEqual([
      '/v1/users/me',
      '/api/permission/oauth2/token',
      '/v1/users/me',
    ]);
  });
});

it('names a permission as the scope of a channel app writes it, and as the page does for other apps', async () => {
  const { at } = await practice();
  const scope = { account_permission: { permission_list: ['run'] } };
  const channel = await examine({
    url: at,
    endpointId: 'chat_v3',
    app: { defaults: { ...app.defaults, scope } },
  });
  expect(checkOf(channel, 'permission')).toMatchObject({
    finding: 'permission-not-in-scope',
    params: { permission: 'Connector.botChat' },
  });
  const developer = await examine({
    url: at,
    endpointId: 'chat_v3',
    app: { variant: { kind: 'developer' } },
  });
  expect(checkOf(developer, 'permission').params).toMatchObject({ permission: 'chat' });
});

describe('the copy for support', () => {
  it('has version, platform, times, log ids and causes, in both languages, and no secret', async () => {
    const { at, setFaults } = await practice();
    setFaults({ channelUnbound: true });
    const report = await examine({ url: at });
    for (const [language, word] of [
      ['en', 'Likely causes'],
      ['zh', '可能的原因'],
    ] as const) {
      const text = doctorPlainText(report, language);
      expect(text).toContain('0.1.0 (linux)');
      expect(text).toContain(new Date(report.startedAt).toISOString());
      expect(text).toContain(word);
      expect(text).toContain('connector app should bind connector id');
      expect(text).toMatch(/(?:Log ID: |日志 ID：)\d{14}/);
      const { kid } = key;
      expect([clientId, kid, key.label].filter((name) => text.includes(String(name)))).toEqual([]);
      expect(text.split('\n').filter((line) => line.includes(app.name))).toEqual([]);
      expect(text).toMatch(/kid(?:: |：)(?:matches a fingerprint of the key|与密钥的一种指纹一致)/);
      expect(text).not.toMatch(/eyJ|czs_[A-Za-z0-9]|PRIVATE KEY/);
      expect(text).not.toMatch(/\{\{|undefined|null/);
    }
  });

  it('names no other key, no fingerprint and no kid either', async () => {
    const other = { ...key, ...otherPublicHalf, id: 'k2', label: 'older' };
    const { pkcs1 } = otherPublicHalf.fingerprints;
    const ofOther = await examine({ key: { kid: pkcs1 }, patient: { keys: [key, other] } });
    expect(doctorPlainText(ofOther, 'en')).not.toMatch(/older|prod-2026/);
    const unmatched = '_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4';
    for (const kid of [unmatched, pkcs1, clientId]) {
      const text = doctorPlainText(await examine({ key: { kid } }), 'zh');
      const names = [kid, ...Object.values(key.fingerprints)];
      expect(names.filter((name) => text.includes(name))).toEqual([]);
    }
    expect(doctorPlainText(ofOther, 'en')).toContain('kid: does not match a fingerprint of the key');
    expect(doctorPlainText(await examine({ key: null }), 'en')).toContain('Key: not set\nkid: not set');
  });

  it('has the time of the stop while the run could still go on', async () => {
    const { at } = await practice();
    const reports: DoctorReport[] = [];
    await examine({
      url: at,
      patient: { keychainState: async () => 'locked' },
      onReport: (report) => reports.push(report),
      answer: async () => true,
    });
    const stopped = reports.find(({ state }) => state === 'stopped');
    if (stopped === undefined || stopped.endedAt === null) throw new Error('It did not stop.');
    const text = doctorPlainText(stopped, 'en');
    expect(text).toContain(`– ${new Date(stopped.endedAt).toISOString()}\n`);
    expect(reports.at(reports.indexOf(stopped) + 1)).toMatchObject({ state: 'running', endedAt: null });
  });

  it('takes secrets out that a server repeats', async () => {
    const { at } = await practice();
    const report = await examine({ url: at });
    const repeating: DoctorReport = {
      ...report,
      checks: report.checks.map((check) => ({
        ...check,
        seen: [{ label: 'message', value: 'Bearer czs_0123456789abcdef0123' }],
      })),
    };
    expect(doctorPlainText(repeating, 'en')).not.toContain('0123456789abcdef');
  });
});
