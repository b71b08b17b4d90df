import type { Visit } from '../../../electron/doctor/outcome.ts';
import { noFacts } from '../../../electron/doctor/outcome.ts';
import type { DoctorServices, Patient } from '../../../electron/doctor/patient.ts';
import type { HttpAnswer } from '../../../electron/http/client.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

export const now = epochMilliseconds(Date.UTC(2026, 0, 2, 12));

const unexpected = () => {
  throw new Error('nothing is to be asked here');
};

/** An app without a key whose region has no base URL: every check ends by itself, without a socket. */
export function samplePatient(changes: Partial<Patient> = {}): Patient {
  return {
    app: {
      id: 'a1',
      name: 'Demo channel',
      region: { kind: 'custom', baseUrl: '' },
      clientId: '1127900106117',
      variant: { kind: 'channel' },
      keyIds: [],
      keyInUse: null,
      defaults: defaultMintOptions,
      autoRenew: false,
      scopes: [],
    },
    key: null,
    keyRests: 'keychain',
    keys: [],
    keychainState: async () => 'ready',
    privateHalf: unexpected,
    hosts: async () => {
      throw new ProblemError('app/region-invalid');
    },
    otherHosts: null,
    kidFormula: null,
    signsByServerClock: false,
    keepsToken: true,
    changed: () => null,
    mint: unexpected,
    tokenText: () => 'czs_a-token-of-the-sample',
    ...changes,
  };
}

export function sampleServices(changes: Partial<DoctorServices> = {}): DoctorServices {
  return {
    http: {
      send: unexpected,
      proxyOf: async () => null,
      certificates: async () => ({ id: 'system', ca: undefined, own: [], problem: null }),
      close: async () => undefined,
    },
    clock: { now: () => now },
    randomBytes: (count) => new Uint8Array(count),
    version: '0.1.0',
    platform: 'linux',
    patienceMs: 1000,
    record: () => undefined,
    ...changes,
  };
}

/** The visit of a check after the exchange gave a token, answered by `answer`. */
export function sampleVisit(answer: Partial<HttpAnswer>, services: Partial<DoctorServices> = {}): Visit {
  const patient = samplePatient();
  const whole: HttpAnswer = {
    status: 200,
    statusText: '',
    headers: [['x-tt-logid', '20260102120000ABCDEF']],
    body: new Uint8Array(),
    truncated: false,
    firstByteMs: 20,
    totalMs: 25,
    url: 'https://api.coze.cn/v1/users/me',
    dateHeader: null,
    ...answer,
  };
  const http = { ...sampleServices().http, send: async () => whole };
  const hosts = {
    api: 'https://api.coze.cn',
    audience: 'api.coze.cn',
    www: 'https://www.coze.cn',
    ws: 'wss://ws.coze.cn',
  };
  return {
    services: sampleServices({ http, ...services }),
    patient: { ...patient, app: { ...patient.app, region: { kind: 'cn' } } },
    facts: { ...noFacts, hosts, token: { id: 't1', logId: null, options: patient.app.defaults } },
    endpointId: null,
    signal: new AbortController().signal,
    ask: async () => null,
  };
}
