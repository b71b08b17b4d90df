import type { DoctorCause, OwnCauseCode } from '../../shared/doctor.ts';

const remedies = {
  'no-key-chosen': 'edit-app',
  'key-wrong-file': 'add-key',
  'kid-not-entered': 'edit-app',
  'kid-is-key-text': 'edit-app',
  'kid-of-other-key': 'edit-app',
  'base-url-invalid': 'edit-app',
  'practice-elsewhere': null,
  'server-trouble': 'retry',
  'claims-wrong': 'edit-app',
  'token-not-synced': 'retry',
  'scope-too-narrow': 'edit-scope',
  'channel-cannot-call': null,
  'app-lacks-permission': null,
  'request-wrong': null,
  'not-documented': null,
} as const satisfies Readonly<Record<OwnCauseCode, DoctorCause['remedy']>>;

/** A cause that only the doctor names, with the remedy that belongs to it. */
export function ownCause(code: OwnCauseCode, params: DoctorCause['params'] = {}): DoctorCause {
  return { code, params, remedy: remedies[code] };
}
