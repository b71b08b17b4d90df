import type { OAuthApp, Variant } from '../../shared/coze/app.ts';
import { hostsOfRegion, type RegionHosts } from '../../shared/coze/region.ts';
import type { PracticeStatus } from '../../shared/practice-schema.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Profile } from '../../shared/profile.ts';
import type { PracticeApp, PracticeCoze } from '../practice/practice-coze.ts';

export interface PracticeRegion {
  readonly status: () => PracticeStatus;
  /**
   * Starts practice Coze when it is not running and tells it of every app that is registered with it.
   *
   * @param port - without one the port that it had before, if that is still free, else any; while it runs, ignored
   * @throws ProblemError `practice/port-in-use`, `practice/cannot-listen`
   */
  readonly start: (port?: number) => Promise<PracticeStatus>;
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

function cannotListen(port: number, thrown: unknown): ProblemError {
  const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
  const code = reason === 'EADDRINUSE' ? 'practice/port-in-use' : 'practice/cannot-listen';
  return new ProblemError(code, { params: { port, reason }, remedies: ['use-free-port'], cause: thrown });
}

/** Runs practice Coze for the apps of region `practice`. */
export function createPracticeRegion(
  practice: Pick<PracticeCoze, 'start' | 'stop' | 'url' | 'registerApp' | 'faults' | 'subscribe'>,
  profile: () => Profile,
  onStatus: (status: PracticeStatus) => void,
): PracticeRegion {
  let told: string | null = null;
  /** So that an address that was copied stays true from one start to the next. */
  let lastPort = 0;

  function status(): PracticeStatus {
    const url = practice.url();
    const port = url === null ? null : Number(new URL(url).port);
    return { running: url !== null, url, port, faults: practice.faults() };
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

  async function listen(port: number | undefined): Promise<void> {
    try {
      await practice.start(port ?? lastPort);
    } catch (thrown) {
      if (port === undefined && lastPort !== 0) {
        lastPort = 0;
        return listen(undefined);
      }
      throw cannotListen(port ?? lastPort, thrown);
    }
    lastPort = status().port ?? lastPort;
  }

  async function start(port?: number): Promise<PracticeStatus> {
    await listen(port);
    const { apps } = profile();
    for (const app of apps) {
      if (app.region.kind === 'practice') register(app);
    }
    return tell();
  }

  practice.subscribe(({ kind }) => {
    if (kind === 'faults') onStatus(status());
  });

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
