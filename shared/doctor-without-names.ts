import type { DoctorCheck, DoctorReport, SeenLabel } from './doctor.ts';

const ofTheUser: ReadonlySet<SeenLabel> = new Set([
  'app-id',
  'kid',
  'key',
  'fingerprint-spki',
  'fingerprint-jwk',
  'fingerprint-pkcs1',
]);

const leftOut = '…';

/** The server's own words are no matter of ours. */
const saidByServer: ReadonlySet<string> = new Set(['errorCode', 'errorMessage', 'code', 'msg']);

type Params = DoctorCheck['params'];

/** What a copy of a report leaves out and what it says of the `kid` instead. */
export interface NamelessReport {
  readonly report: DoctorReport;
  readonly key: 'set' | 'not-set';
  readonly kid: 'set' | 'not-set' | 'matches' | 'no-match';
}

function kidOf({ kid, checks }: DoctorReport): NamelessReport['kid'] {
  if (kid === null || kid === '') return 'not-set';
  switch (checks.find(({ name }) => name === 'kid')?.finding) {
    case 'kid-matches':
      return 'matches';
    case 'kid-no-match':
    case 'kid-no-match-learned':
    case 'kid-of-other-key':
      return 'no-match';
    default:
      return 'set';
  }
}

/** The report without the names, ids and keys of the user's app, except where the server said them. */
export function withoutNames(report: DoctorReport): NamelessReport {
  const names = new Set([report.clientId, report.kid, report.keyId, report.appId, report.appName]);
  const isName = (name: string, value: string | number) =>
    name === 'label' || name === 'kid' || (!saidByServer.has(name) && names.has(String(value)));
  const cleaned = (params: Params): Params =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, isName(name, value) ? leftOut : value]),
    );
  const checks = report.checks.map((check) => ({
    ...check,
    params: cleaned(check.params),
    seen: check.seen.filter(({ label }) => !ofTheUser.has(label)),
    causes: check.causes.map((cause) => ({ ...cause, params: cleaned(cause.params) })),
    lint: check.lint.map((said) => ({ ...said, params: cleaned(said.params) })),
  }));
  return {
    report: { ...report, appId: '', appName: '', clientId: '', keyId: null, kid: null, scope: null, checks },
    key: report.keyId === null ? 'not-set' : 'set',
    kid: kidOf(report),
  };
}
