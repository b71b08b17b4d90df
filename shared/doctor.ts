import type { Cause } from './coze/causes/cause.ts';
import type { LintCode } from './coze/lint/lint-codes.ts';
import type { Region } from './coze/region.ts';
import type { Scope } from './coze/scope.ts';
import type { FindingSeverity } from './jwt/finding.ts';
import type { Problem } from './problem.ts';

/** What the doctor looks at, in this order. */
export const checkNames = [
  'keychain',
  'key',
  'kid',
  'region',
  'clock',
  'lint',
  'exchange',
  'other-region',
  'token',
  'permission',
] as const;
export type CheckName = (typeof checkNames)[number];

/** `cannot-tell`: no source says enough to judge. */
export const checkStates = [
  'waiting',
  'running',
  'asking',
  'passed',
  'warning',
  'failed',
  'skipped',
  'cannot-tell',
] as const;
export type CheckState = (typeof checkStates)[number];

/** What a check can find. Texts in `shared/i18n/doctor-texts.*.ts`. */
export const checkFindings = [
  'keychain-ready',
  'keychain-unavailable',
  'keychain-locked',
  'keychain-denied',
  'keychain-timeout',
  'key-signs',
  'key-none',
  'key-gone',
  'key-corrupt',
  'key-halves-differ',
  'key-out-of-reach',
  'kid-matches',
  'kid-no-match',
  'kid-no-match-learned',
  'kid-of-other-key',
  'kid-missing',
  'kid-is-app-id',
  'kid-is-pem',
  'kid-odd',
  'region-answers',
  'region-started',
  'region-answers-error',
  'region-dns',
  'region-refused',
  'region-no-route',
  'region-connect-timeout',
  'region-tls',
  'region-proxy',
  'region-silent',
  'region-reset',
  'region-garbled',
  'region-page',
  'region-redirect',
  'region-invalid',
  'region-practice-stopped',
  'clock-right',
  'clock-off',
  'clock-corrected',
  'clock-ahead',
  'clock-behind',
  'clock-unknown',
  'lint-clean',
  'lint-warnings',
  'lint-errors',
  'exchange-kept',
  'exchange-dropped',
  'exchange-refused',
  'exchange-rate-limited',
  'exchange-unexpected',
  'exchange-lost',
  'exchange-not-sent',
  'other-asks',
  'other-knows',
  'other-unknown',
  'other-unclear',
  'token-accepted',
  'token-accepted-limited',
  'token-refused',
  'token-unclear',
  'token-lost',
  'permission-none-needed',
  'permission-unknown',
  'permission-of-app',
  'permission-in-scope',
  'permission-not-in-scope',
  'permission-unverified',
  'permission-channel-refused',
  'permission-endpoint-unknown',
  'check-broke',
  'skipped-key-in-memory',
  'skipped-key-from-file',
  'skipped-cause-found',
  'skipped-no-key',
  'skipped-no-kid',
  'skipped-unreachable',
  'skipped-no-token',
  'skipped-kid-known',
  'skipped-not-about-kid',
  'skipped-no-other-region',
  'skipped-not-asked',
  'skipped-declined',
  'skipped-no-endpoint',
  'skipped-cancelled',
  'skipped-app-changed',
  'skipped-app-deleted',
  'skipped-key-deleted',
] as const;
export type CheckFinding = (typeof checkFindings)[number];

/** Causes that only the doctor names; those of failures are in `coze/causes`. Texts in `shared/i18n/doctor-causes.*.ts`. */
export const ownCauseCodes = [
  'no-key-chosen',
  'key-wrong-file',
  'kid-not-entered',
  'kid-is-key-text',
  'kid-of-other-key',
  'base-url-invalid',
  'practice-elsewhere',
  'server-trouble',
  'claims-wrong',
  'token-not-synced',
  'scope-too-narrow',
  'channel-cannot-call',
  'app-lacks-permission',
  'request-wrong',
  'not-documented',
] as const;
export type OwnCauseCode = (typeof ownCauseCodes)[number];

/** A likely cause, with what the app itself can do about it. */
export type DoctorCause =
  | Cause
  | {
      readonly code: OwnCauseCode;
      readonly params: Cause['params'];
      readonly remedy: Cause['remedy'];
    };

/** Names of what was seen. */
export const seenLabels = [
  'app-id',
  'kid',
  'key',
  'fingerprint-spki',
  'fingerprint-jwk',
  'fingerprint-pkcs1',
  'host',
  'addresses',
  'proxy',
  'tls',
  'certificate',
  'error',
  'status',
  'code',
  'message',
  'ca-file',
  'log-id',
  'elapsed',
  'server-time',
  'local-time',
  'difference',
  'lifetime',
  'aud',
  'permission',
  'scope',
  'endpoint',
] as const;
export type SeenLabel = (typeof seenLabels)[number];

export interface Seen {
  readonly label: SeenLabel;
  /** A time is in UTC. */
  readonly value: string;
  /** Of a time since the epoch, on the clock that it names; of a length, with its sign. Absent for what is neither. */
  readonly milliseconds?: number | undefined;
}

/** A finding of the linter, as far as its sentence needs it. */
export interface LintSaid {
  readonly code: LintCode;
  readonly severity: FindingSeverity;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface DoctorCheck {
  readonly name: CheckName;
  readonly state: CheckState;
  /** Null while waiting and running. */
  readonly finding: CheckFinding | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly seen: readonly Seen[];
  /** The likeliest for this app first. */
  readonly causes: readonly DoctorCause[];
  readonly lint: readonly LintSaid[];
  /** The failure behind the finding, with the server's words. */
  readonly problem: Problem | null;
  /** Milliseconds on the local clock; null until the check ended. */
  readonly elapsedMs: number | null;
}

/** What a run waits for. `go-on`: it stopped at a cause, and the checks after it can still be made. */
export type DoctorQuestion =
  | { readonly kind: 'other-region'; readonly host: string }
  | { readonly kind: 'go-on'; readonly after: CheckName };

/** One run for one app. Holds no secret. */
export interface DoctorReport {
  readonly state: 'running' | 'asking' | 'stopped' | 'done' | 'cancelled';
  readonly question: DoctorQuestion | null;
  /** The check that found why the token does not work; null while and when none did. */
  readonly cause: CheckName | null;
  /** Local id of the app; empty for one that is not stored. */
  readonly appId: string;
  readonly appName: string;
  readonly region: Region;
  readonly clientId: string;
  /** Local id of the key that signed; null when none was chosen. */
  readonly keyId: string | null;
  readonly kid: string | null;
  /** What the app's tokens were asked with. */
  readonly scope: Scope | null;
  readonly variant: 'developer' | 'channel' | 'cross-account' | 'enterprise';
  readonly endpointId: string | null;
  /** Epoch milliseconds on the local clock. */
  readonly startedAt: number;
  /** Also set while a run that stopped can still go on. */
  readonly endedAt: number | null;
  readonly version: string;
  readonly platform: string;
  /** All of them, in the order of {@link checkNames}. */
  readonly checks: readonly DoctorCheck[];
}
