import { beforeEach, describe, expect, it } from 'vitest';
import { createPracticeRegion, type PracticeRegion } from '../../../electron/engine/practice-region.ts';
import { defaultMintOptions, type OAuthApp } from '../../../shared/coze/app.ts';
import { noFaults } from '../../../shared/practice-faults.ts';
import type { PracticeStatus } from '../../../shared/practice-schema.ts';
import type { Profile } from '../../../shared/profile.ts';

const app: OAuthApp = {
  id: 'a',
  name: 'Practice app',
  region: { kind: 'practice' },
  clientId: '1190000000137',
  variant: { kind: 'channel' },
  keyIds: [],
  keyInUse: null,
  defaults: defaultMintOptions,
  autoRenew: true,
  scopes: [],
};
const profile = { apps: [app], keys: [] } as unknown as Profile;

let told: PracticeStatus[];
let practice: PracticeRegion;

beforeEach(() => {
  told = [];
  let url: string | null = null;
  const coze = {
    start: async (port = 0) => {
      url ??= `http://127.0.0.1:${port || 4000}`;
      return url;
    },
    stop: async () => {
      url = null;
    },
    url: () => url,
    registerApp: () => undefined,
    faults: () => noFaults,
    subscribe: () => () => undefined,
  };
  practice = createPracticeRegion(
    coze,
    () => profile,
    (status) => told.push(status),
  );
});

const here = { api: 'http://127.0.0.1:4000' };

describe('practice Coze that nobody has stopped', () => {
  it('is started by whatever needs it, and has nothing to say about that', async () => {
    await expect(practice.hostsUnlessStopped(app)).resolves.toMatchObject(here);
    expect(practice.status().startedByUse).toBeUndefined();
  });
});

describe('practice Coze that was stopped', () => {
  beforeEach(async () => {
    await practice.start();
    await practice.stop();
    told = [];
  });

  it('stays stopped for what happens by itself', async () => {
    await expect(practice.hostsUnlessStopped(app)).rejects.toMatchObject({
      problem: { code: 'practice/stopped', remedies: ['start-practice'] },
    });
    expect(practice.status().running).toBe(false);
    expect(told).toEqual([]);
  });

  it('leaves the apps of other regions alone', async () => {
    const other = { ...app, region: { kind: 'cn' as const } };
    await expect(practice.hostsUnlessStopped(other)).resolves.toMatchObject({ api: 'https://api.coze.cn' });
  });

  it('is started by what a person asks for, and says so', async () => {
    await expect(practice.hostsOf(app)).resolves.toMatchObject(here);
    expect(told).toMatchObject([{ running: true, startedByUse: true }]);
    await practice.hostsOf(app);
    expect(practice.status().startedByUse).toBe(true);
    await expect(practice.hostsUnlessStopped(app)).resolves.toMatchObject(here);
  });

  it('is running as ever once it is started by hand', async () => {
    await practice.start();
    expect(practice.isStopped()).toBe(false);
    expect(practice.status().startedByUse).toBeUndefined();
    await expect(practice.hostsUnlessStopped(app)).resolves.toMatchObject(here);
  });
});
