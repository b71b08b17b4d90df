import type { PracticeStatus } from '../../shared/bridge.ts';
import type { OAuthApp, Variant } from '../../shared/coze/app.ts';
import { hostsOfRegion, type RegionHosts } from '../../shared/coze/region.ts';
import type { Profile } from '../../shared/profile.ts';
import type { PracticeApp, PracticeCoze } from '../practice/practice-coze.ts';

export interface PracticeRegion {
  readonly status: () => PracticeStatus;
  /** Starts practice Coze when it is not running and tells it of every app that is registered with it. */
  readonly start: () => Promise<PracticeStatus>;
  readonly stop: () => Promise<PracticeStatus>;
  /**
   * The hosts of an app; for an app of practice Coze this starts it.
   *
   * @throws ProblemError `app/region-invalid`
   */
  readonly hostsOf: (app: OAuthApp) => Promise<RegionHosts>;
}

const typeOf: Readonly<Record<Variant['kind'], PracticeApp['type']>> = {
  developer: 'normal',
  'cross-account': 'normal',
  channel: 'channel',
  enterprise: 'enterprise',
};

function practiceApp(app: OAuthApp, profile: Profile): PracticeApp {
  const keys = profile.keys.flatMap(({ id, kid, publicKeyPem }) =>
    kid !== null && app.keyIds.includes(id) ? [{ kid, publicKeyPem }] : [],
  );
  return { clientId: app.clientId, name: app.name, type: typeOf[app.variant.kind], keys };
}

/** Runs practice Coze for the apps of region `practice`. */
export function createPracticeRegion(
  practice: Pick<PracticeCoze, 'start' | 'stop' | 'url' | 'registerApp'>,
  profile: () => Profile,
  onStatus: (status: PracticeStatus) => void,
): PracticeRegion {
  let told: string | null = null;

  function status(): PracticeStatus {
    const url = practice.url();
    return { running: url !== null, url };
  }

  function tell(): PracticeStatus {
    const now = status();
    if (now.url !== told) {
      told = now.url;
      onStatus(now);
    }
    return now;
  }

  /** An edited profile may hold a public key that cannot be read; that app stays unknown, the others work. */
  function register(app: OAuthApp): void {
    try {
      practice.registerApp(practiceApp(app, profile()));
    } catch {}
  }

  async function start(): Promise<PracticeStatus> {
    await practice.start();
    const { apps } = profile();
    for (const app of apps) {
      if (app.region.kind === 'practice') register(app);
    }
    return tell();
  }

  return {
    status,
    start,
    stop: async () => {
      await practice.stop();
      return tell();
    },
    hostsOf: async (app) =>
      hostsOfRegion(app.region, app.region.kind === 'practice' ? (await start()).url : null),
  };
}
