import { describe, expect, it } from 'vitest';
import { isFromBefore } from '../../../renderer/doctor/is-from-before.ts';
import { whereToWait } from '../../../renderer/doctor/where-to-wait.ts';
import { defaultMintOptions, type OAuthApp } from '../../../shared/coze/app.ts';
import { cause } from '../../../shared/coze/causes/cause.ts';
import type { CheckName, DoctorCheck, DoctorReport } from '../../../shared/doctor.ts';

const app: OAuthApp = {
  id: 'a1',
  name: 'Mint',
  region: { kind: 'cn' },
  clientId: '1127900106117',
  variant: { kind: 'channel' },
  keyIds: ['k1', 'k2'],
  keyInUse: 'k1',
  defaults: defaultMintOptions,
  autoRenew: false,
  scopes: [],
};
const keys = [
  { id: 'k1', kid: 'A' },
  { id: 'k2', kid: 'B' },
];

const check = (name: CheckName, causes: DoctorCheck['causes'] = []): DoctorCheck => ({
  name,
  state: 'passed',
  finding: null,
  params: {},
  seen: [],
  causes,
  lint: [],
  problem: null,
  elapsedMs: 1,
});

const report: DoctorReport = {
  state: 'done',
  question: null,
  cause: null,
  appId: 'a1',
  appName: 'Mint',
  region: { kind: 'cn' },
  clientId: '1127900106117',
  keyId: 'k1',
  kid: 'A',
  scope: null,
  variant: 'channel',
  endpointId: null,
  startedAt: 1,
  endedAt: 2,
  version: '0.1.0',
  platform: 'linux',
  checks: [],
};

describe('a verdict', () => {
  it('stands while the app is as it was, whatever its name', () => {
    expect(isFromBefore(report, app, keys)).toBe(false);
    expect(isFromBefore(report, { ...app, name: 'Other' }, keys)).toBe(false);
  });

  const scope = { account_permission: { permission_list: ['Connector.botChat'] } };
  const changes: readonly (readonly [string, Partial<OAuthApp>])[] = [
    ['region', { region: { kind: 'com' } }],
    ['client id', { clientId: '1' }],
    ['key', { keyInUse: 'k2' }],
    ['kind', { variant: { kind: 'developer' } }],
    ['scope', { defaults: { ...defaultMintOptions, scope } }],
  ];
  it.each(changes)('is from before once the %s was changed', (_name, change) => {
    expect(isFromBefore(report, { ...app, ...change }, keys)).toBe(true);
  });

  it('is from before once the kid was changed, or the key is gone', () => {
    expect(isFromBefore(report, app, [{ id: 'k1', kid: 'C' }])).toBe(true);
    expect(isFromBefore(report, app, [])).toBe(true);
  });
});

describe('waiting', () => {
  const wait = [cause('rate-limited', { seconds: 60 })];
  it('is offered once: where the run failed, else where it helps first', () => {
    const checks = [check('region', wait), check('exchange', wait), check('token')];
    expect(whereToWait({ ...report, checks })).toBe('region');
    expect(whereToWait({ ...report, checks, cause: 'exchange' })).toBe('exchange');
    expect(whereToWait({ ...report, checks, cause: 'token' })).toBe('region');
    expect(whereToWait(report)).toBeNull();
  });
});
