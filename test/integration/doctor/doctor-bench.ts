import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { DoctorServices, MintedToken, Patient } from '../../../electron/doctor/patient.ts';
import { type DoctorRun, runDoctor } from '../../../electron/doctor/run-doctor.ts';
import { createHttpClient } from '../../../electron/http/client.ts';
import { createNetwork } from '../../../electron/http/network.ts';
import { publicHalfOf } from '../../../electron/keys/public-half.ts';
import { createPracticeCoze, type PracticeCoze } from '../../../electron/practice/practice-coze.ts';
import { exchangeAssertion } from '../../../electron/tokens/exchange.ts';
import { loadSigner } from '../../../electron/tokens/load-signer.ts';
import { signAssertion } from '../../../electron/tokens/sign-assertion.ts';
import { defaultMintOptions, type OAuthApp } from '../../../shared/coze/app.ts';
import { buildAssertion, defaultAssertionLifetime } from '../../../shared/coze/assertion.ts';
import type { SigningKey } from '../../../shared/coze/key.ts';
import { hostsOfRegion, type Region } from '../../../shared/coze/region.ts';
import type { DoctorCheck, DoctorReport } from '../../../shared/doctor.ts';
import { doctorReportSchema } from '../../../shared/doctor-schema.ts';
import { epochMilliseconds, toEpochSeconds } from '../../../shared/time.ts';

export const clock = { now: () => epochMilliseconds(Date.now()) };
export const clientId = '1127900106117';

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const { privateKey } = keyPair();
export const otherPublicHalf = publicHalfOf(keyPair().privateKey);
export const publicHalf = publicHalfOf(privateKey);

export const key: SigningKey = {
  ...publicHalf,
  id: 'k1',
  label: 'prod-2026',
  kid: publicHalf.fingerprints.spki,
  origin: 'imported',
  createdAt: 1_735_689_600,
  held: 'keychain',
};

export const app: OAuthApp = {
  id: 'a1',
  name: '薄荷渠道',
  region: { kind: 'practice' },
  clientId,
  variant: { kind: 'channel' },
  keyIds: ['k1'],
  keyInUse: 'k1',
  defaults: defaultMintOptions,
  autoRenew: false,
  scopes: [],
};

/** A practice Coze that knows {@link app}, listening. */
export async function startPractice(): Promise<PracticeCoze> {
  const practice = createPracticeCoze({ clock, randomBytes });
  const { publicKeyPem } = publicHalf;
  practice.registerApp({
    clientId,
    name: app.name,
    type: 'channel',
    keys: [{ kid: publicHalf.fingerprints.spki, publicKeyPem }],
  });
  await practice.start();
  return practice;
}

export interface BenchOptions {
  /** Where the app's requests go. */
  readonly url?: string;
  /** What the app says its region is, where that is another matter. */
  readonly region?: Region;
  readonly app?: Partial<OAuthApp>;
  readonly key?: Partial<SigningKey> | null;
  readonly patient?: Partial<Patient>;
  readonly services?: Partial<DoctorServices>;
  readonly proxy?: string;
  readonly endpointId?: string;
  readonly answer?: DoctorRun['answer'];
  readonly signal?: AbortSignal;
  readonly onReport?: (report: DoctorReport) => void;
}

const text = 'czs_a-token-of-the-doctor-bench';

/** Runs the doctor over real sockets; stops at the cause and asks nobody unless told otherwise. */
export async function examine(options: BenchOptions): Promise<DoctorReport> {
  const { url = 'http://127.0.0.1:9' } = options;
  const http = createHttpClient({
    clock,
    network: createNetwork({ systemProxy: async () => options.proxy ?? null }),
  });
  const services: DoctorServices = {
    http,
    clock,
    randomBytes,
    version: '0.1.0',
    platform: 'linux',
    patienceMs: 1500,
    record: () => undefined,
    ...options.services,
  };
  const region = options.region ?? ({ kind: 'custom', baseUrl: url } as const);
  const patientApp: OAuthApp = { ...app, region, ...options.app };
  const patientKey = options.key === null ? null : { ...key, ...options.key };
  const hosts = async () => hostsOfRegion({ kind: 'custom', baseUrl: url }, null);
  let granted = text;

  async function mint(signal: AbortSignal): Promise<MintedToken> {
    const to = await hosts();
    const signer = await loadSigner(privateKey.export({ type: 'pkcs8', format: 'der' }));
    const assertion = buildAssertion({
      clientId: patientApp.clientId,
      kid: patientKey?.kid ?? '',
      audience: to.audience,
      now: toEpochSeconds(clock.now()),
      lifetimeSeconds: defaultAssertionLifetime,
      jti: Buffer.from(services.randomBytes(32)).toString('base64url'),
      sessionName: '',
      device: { kind: 'none' },
    });
    const exchanged = await exchangeAssertion({
      http,
      clock,
      hosts: to,
      variant: patientApp.variant,
      assertion: await signAssertion(signer, assertion),
      durationSeconds: 900,
      scope: patientApp.defaults.scope,
      signal,
    });
    granted = exchanged.accessToken;
    return { id: 't1', logId: exchanged.logId, options: patientApp.defaults };
  }

  const patient: Patient = {
    app: patientApp,
    key: patientKey,
    keyRests: 'keychain',
    keys: patientKey === null ? [] : [patientKey],
    keychainState: async () => 'ready',
    privateHalf: async () => privateKey.export({ type: 'pkcs8', format: 'der' }),
    hosts,
    otherHosts: null,
    kidFormula: null,
    signsByServerClock: false,
    keepsToken: true,
    changed: () => null,
    mint,
    tokenText: () => granted,
    ...options.patient,
  };
  try {
    const report = await runDoctor(services, {
      patient,
      endpointId: options.endpointId ?? null,
      signal: options.signal ?? new AbortController().signal,
      onReport: options.onReport ?? (() => undefined),
      answer: options.answer ?? (async () => null),
    });
    return doctorReportSchema.parse(report);
  } finally {
    await http.close();
  }
}

export function checkOf(report: DoctorReport, name: DoctorCheck['name']): DoctorCheck {
  const check = report.checks.find((candidate) => candidate.name === name);
  if (check === undefined) throw new Error(`There is no check ${name}.`);
  return check;
}

/** Where the run stopped, what it found there, and the likeliest cause. */
export function causeIn(report: DoctorReport): readonly (string | null)[] {
  if (report.cause === null) return [null, null, null];
  const { finding, causes } = checkOf(report, report.cause);
  return [report.cause, finding, causes[0]?.code ?? null];
}
