import type { Handlers } from '../../shared/bridge.ts';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { otherRegionHosts } from '../../shared/coze/region.ts';
import type { DoctorReport } from '../../shared/doctor.ts';
import type { Profile } from '../../shared/profile.ts';
import type { DoctorServices, Patient, PatientChange } from '../doctor/patient.ts';
import { createRuns } from '../doctor/runs.ts';
import type { EngineContext } from './context.ts';
import type { Events } from './events.ts';
import { mintForApp } from './mint-for-app.ts';

type DoctorCalls = Pick<Handlers, 'doctor.run' | 'doctor.answer' | 'doctor.cancel'>;

/** Milliseconds that the way to the region, and an answer from it, may take. */
const patienceMs = 15_000;

/** What makes the token of an app another one; the same that a report of an earlier run is judged by. */
function identityOf({ region, clientId, variant, keyInUse, defaults }: OAuthApp, key: SigningKey | null) {
  return JSON.stringify([
    region,
    clientId,
    variant,
    keyInUse,
    defaults.scope,
    key?.kid,
    key?.fingerprints.spki,
  ]);
}

function changeOf({ apps, keys }: Profile, app: OAuthApp, key: SigningKey | null): PatientChange | null {
  const appNow = apps.find(({ id }) => id === app.id);
  if (appNow === undefined) return 'app-deleted';
  if (key !== null && !keys.some(({ id }) => id === key.id)) return 'key-deleted';
  const keyNow = keys.find(({ id }) => id === appNow.keyInUse) ?? null;
  return identityOf(appNow, keyNow) === identityOf(app, key) ? null : 'app-changed';
}

function patientOf(context: EngineContext, appId: string): Patient {
  const { profile, halves, tokens, practice } = context;
  const app = profile.app(appId);
  const { keys, kidFormula = null } = profile.get();
  const key = keys.find(({ id }) => id === app.keyInUse) ?? null;
  return {
    app,
    key,
    keyRests: key?.held === 'this-run' ? 'memory' : 'keychain',
    keys,
    keychainState: halves.probe,
    privateHalf: halves.get,
    hosts: () => practice.hostsOf(app),
    wasStopped: app.region.kind === 'practice' && practice.isStopped(),
    practiceFaults: () => practice.status().faults,
    otherHosts: otherRegionHosts(app.region),
    kidFormula,
    signsByServerClock: profile.get().settings.useServerClock,
    keepsToken: true,
    changed: () => changeOf(context.profile.get(), app, key),
    mint: (signal) => mintForApp(context, app, app.defaults, signal),
    tokenText: (tokenId) => {
      tokens.countUse(tokenId, context.clock.now());
      return tokens.get(tokenId).text;
    },
  };
}

/** "Why does my token not work?": one run for one app, told by events. */
export function doctorHandlers(context: EngineContext, { emit, subscribe }: Events): DoctorCalls {
  const { http, clock, randomBytes, host } = context;
  const services: DoctorServices = {
    http,
    clock,
    randomBytes,
    version: host.info.version,
    platform: host.info.platform,
    patienceMs,
    record: context.activity.add,
  };
  const runs = createRuns(services, context.newId);
  subscribe(({ name }) => {
    if (name === 'profile') runs.lookAgain();
  });

  return {
    'doctor.run': async ({ appId, endpointId }, { signal, windowGone }) => {
      const patient = patientOf(context, appId);
      const ends = windowGone === undefined ? signal : AbortSignal.any([signal, windowGone]);
      const tell = (runId: string, report: DoctorReport) =>
        emit({ name: 'doctor', payload: { runId, report } });
      return { runId: runs.start({ patient, endpointId, signal: ends }, tell) };
    },
    'doctor.answer': async ({ runId, to, yes }) => {
      runs.answer(runId, to, yes);
      return null;
    },
    'doctor.cancel': async ({ runId }) => {
      runs.cancel(runId);
      return null;
    },
  };
}
