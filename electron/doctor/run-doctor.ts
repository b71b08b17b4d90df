import {
  type CheckFinding,
  type CheckName,
  checkNames,
  type DoctorCheck,
  type DoctorQuestion,
  type DoctorReport,
} from '../../shared/doctor.ts';
import { toProblem } from '../../shared/problem.ts';
import { clockCheck } from './checks/clock-check.ts';
import { exchangeCheck } from './checks/exchange-check.ts';
import { keyCheck } from './checks/key-check.ts';
import { keychainCheck } from './checks/keychain-check.ts';
import { kidCheck } from './checks/kid-check.ts';
import { lintCheck } from './checks/lint-check.ts';
import { otherRegionCheck } from './checks/other-region-check.ts';
import { permissionCheck } from './checks/permission-check.ts';
import { regionCheck } from './checks/region-check.ts';
import { tokenCheck } from './checks/token-check.ts';
import { type Check, type Facts, noFacts, type Outcome, outcome, skipped } from './outcome.ts';
import type { DoctorServices, Patient, PatientChange } from './patient.ts';

const checks: Readonly<Record<CheckName, Check>> = {
  keychain: keychainCheck,
  key: keyCheck,
  kid: kidCheck,
  region: regionCheck,
  clock: clockCheck,
  lint: lintCheck,
  exchange: exchangeCheck,
  'other-region': otherRegionCheck,
  token: tokenCheck,
  permission: permissionCheck,
};

export interface DoctorRun {
  readonly patient: Patient;
  /** The call that the person has in mind, by its catalogue id; null for none. */
  readonly endpointId: string | null;
  readonly signal: AbortSignal;
  /** Told the whole report whenever something in it changed. */
  readonly onReport: (report: DoctorReport) => void;
  /** Yes or no; null where nobody can be asked. Rejects when the run is cancelled. */
  readonly answer: (question: DoctorQuestion) => Promise<boolean | null>;
}

const nothingYet: Omit<DoctorCheck, 'name'> = {
  state: 'waiting',
  finding: null,
  params: {},
  seen: [],
  causes: [],
  lint: [],
  problem: null,
  elapsedMs: null,
};

function blankReport(services: DoctorServices, { patient, endpointId }: DoctorRun): DoctorReport {
  const { id, name, region, clientId, variant, defaults } = patient.app;
  return {
    state: 'running',
    question: null,
    cause: null,
    appId: id,
    appName: name,
    region,
    clientId,
    keyId: patient.key?.id ?? null,
    kid: patient.key?.kid ?? null,
    scope: defaults.scope,
    variant: variant.kind,
    endpointId,
    startedAt: Math.round(services.clock.now()),
    endedAt: null,
    version: services.version,
    platform: services.platform,
    checks: checkNames.map((name) => ({ ...nothingYet, name })),
  };
}

function withCheck(report: DoctorReport, name: CheckName, change: Partial<DoctorCheck>): DoctorReport {
  return {
    ...report,
    checks: report.checks.map((check) => (check.name === name ? { ...check, ...change } : check)),
  };
}

function withRestSkipped(report: DoctorReport, finding: CheckFinding & `skipped-${string}`): DoctorReport {
  const { facts: _, ...rest } = skipped(finding);
  return {
    ...report,
    checks: report.checks.map((check) => (check.elapsedMs === null ? { ...check, ...rest } : check)),
  };
}

/** What nobody foresaw ends no run: it is a finding. */
function broken(thrown: unknown): Outcome {
  const problem = toProblem(thrown);
  return outcome('failed', 'check-broke', { params: { code: problem.code }, problem });
}

const isEndedBy = (change: PatientChange) => `skipped-${change}` as const;

/**
 * Walks `patient` from its keychain to an API call, one check after another, and stops at the first that fails; it goes
 * on when the answer to that is yes. A `kid` that is unknown is not the end: the other region is looked at before.
 * When the app or its key changes meanwhile, the run ends there: nothing is signed for what is not there any more.
 * Resolves with the last report, also when it was cancelled.
 */
export async function runDoctor(services: DoctorServices, run: DoctorRun): Promise<DoctorReport> {
  const { patient, endpointId, signal } = run;
  let report = blankReport(services, run);
  let facts: Facts = noFacts;
  let goesOn = false;

  function show(next: DoctorReport): void {
    report = next;
    run.onReport(report);
  }

  async function ask(name: CheckName, question: DoctorQuestion): Promise<boolean | null> {
    const before = report;
    const paused = question.kind === 'go-on' ? 'stopped' : 'asking';
    const asked =
      question.kind === 'go-on'
        ? withRestSkipped(before, 'skipped-cause-found')
        : withCheck(before, name, { state: 'asking' });
    const endedAt = paused === 'stopped' ? Math.round(services.clock.now()) : null;
    show({ ...asked, state: paused, question, endedAt });
    const said = await run.answer(question);
    signal.throwIfAborted();
    show(before);
    return said;
  }

  async function examine(name: CheckName): Promise<Outcome> {
    signal.throwIfAborted();
    show(withCheck(report, name, { state: 'running' }));
    const startedAt = services.clock.now();
    const visit = { services, patient, facts, endpointId, signal };
    const { facts: learned, ...found } = await checks[name]({
      ...visit,
      ask: (question) => ask(name, question),
    }).catch((thrown: unknown) => broken(thrown));
    signal.throwIfAborted();
    facts = { ...facts, ...learned };
    const elapsedMs = Math.max(0, Math.round(services.clock.now() - startedAt));
    const cause = found.state === 'failed' ? (report.cause ?? name) : report.cause;
    show({ ...withCheck(report, name, { ...found, elapsedMs }), cause });
    return { ...found, facts: learned };
  }

  function end(
    state: 'done' | 'stopped' | 'cancelled',
    finding: CheckFinding & `skipped-${string}` = 'skipped-cause-found',
  ): DoctorReport {
    const ended = state === 'done' ? report : withRestSkipped(report, finding);
    show({ ...ended, state, question: null, endedAt: Math.round(services.clock.now()) });
    return report;
  }

  try {
    for (const name of checkNames) {
      const changeBefore = patient.changed();
      if (changeBefore !== null) return end('cancelled', isEndedBy(changeBefore));
      const { state } = await examine(name);
      const isLast = name === checkNames.at(-1);
      const isUnderway = name === 'exchange' && facts.exchange === 'kid-unknown';
      const found = state === 'failed' || (name === 'other-region' && facts.exchange === 'kid-unknown');
      if (!found || isUnderway || isLast || goesOn) continue;
      if (patient.changed() !== null) continue;
      if ((await ask(name, { kind: 'go-on', after: name })) !== true) return end('stopped');
      goesOn = true;
    }
    return end('done');
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
    return end('cancelled', 'skipped-cancelled');
  }
}
