import type { OAuthApp, Variant } from '../../shared/coze/app.ts';
import { hostsOfRegion, type RegionHosts } from '../../shared/coze/region.ts';
import { errorCode } from '../../shared/error-code.ts';
import type { PracticeStatus } from '../../shared/practice-schema.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Profile } from '../../shared/profile.ts';
import type { PracticeApp, PracticeCoze } from '../practice/practice-coze.ts';

export interface PracticeRegion {
  readonly status: () => PracticeStatus;
  /**
   * Starts practice Coze when it is not running and tells it of every app that is registered with it, because a person
   * said so.
   *
   * @param port - without one the port that it had before, if that is still free, else any; while it runs, ignored
   * @throws ProblemError `practice/port-in-use`, `practice/cannot-listen`
   */
  readonly start: (port?: number) => Promise<PracticeStatus>;
  /** Stops it; from then on only {@link PracticeRegion.start} and what a person asks for start it again. */
  readonly stop: () => Promise<PracticeStatus>;
  /** True from a stop to the next start. */
  readonly isStopped: () => boolean;
  /** Starts it for something that a person asked for; where it had been stopped, its status says so. */
  readonly use: () => Promise<PracticeStatus>;
  /**
   * The hosts of an app, for something that a person asked for: an app of practice Coze starts it.
   *
   * @throws ProblemError `app/region-invalid`
   */
  readonly hostsOf: (app: OAuthApp) => Promise<RegionHosts>;
  /**
   * The same for what happens by itself: practice Coze stays stopped once a person has stopped it.
   *
   * @throws ProblemError `practice/stopped`, `app/region-invalid`
   */
  readonly hostsUnlessStopped: (app: OAuthApp) => Promise<RegionHosts>;
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
  const reason = errorCode(thrown);
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
  let isStopped = false;
  let isStartedByUse = false;

  function status(): PracticeStatus {
    const url = practice.url();
    const port = url === null ? null : Number(new URL(url).port);
    const startedByUse = isStartedByUse ? { startedByUse: true } : {};
    return { running: url !== null, url, port, faults: practice.faults(), ...startedByUse };
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

  async function run(port: number | undefined, byUse: boolean): Promise<PracticeStatus> {
    await listen(port);
    isStopped = false;
    isStartedByUse = byUse;
    const { apps } = profile();
    for (const app of apps) {
      if (app.region.kind === 'practice') register(app);
    }
    return tell();
  }

  const use = () => run(undefined, isStopped || isStartedByUse);

  async function hostsOf(app: OAuthApp): Promise<RegionHosts> {
    return hostsOfRegion(app.region, app.region.kind === 'practice' ? (await use()).url : null);
  }

  practice.subscribe(({ kind }) => {
    if (kind === 'faults') onStatus(status());
  });

  return {
    status,
    start: (port) => run(port, false),
    isStopped: () => isStopped,
    use,
    stop: async () => {
      isStopped = true;
      isStartedByUse = false;
      await practice.stop();
      return tell();
    },
    hostsOf,
    hostsUnlessStopped: async (app) => {
      if (isStopped && app.region.kind === 'practice') {
        throw new ProblemError('practice/stopped', { remedies: ['start-practice'] });
      }
      return hostsOf(app);
    },
  };
}
