import { ProblemError } from '../../shared/problem.ts';

/** What a keychain's own words are taken for. The words come from D-Bus, libsecret, macOS or Windows. */
const patterns: readonly (readonly [RegExp, 'locked' | 'denied' | UnavailableReason])[] = [
  [
    /X11 \$DISPLAY|dbus-launch|spawn a message bus|^Could not connect|socket|org\.freedesktop\.DBus\.Error\.NoServer/i,
    'no-bus',
  ],
  [
    /org\.freedesktop\.secrets|\.service files|ServiceUnknown|NameHasNoOwner|Spawn\.|StartServiceByName/i,
    'no-provider',
  ],
  [/Object does not exist at path|No such (?:secret )?collection|NoSuchObject/i, 'no-collection'],
  [/NoReply|Message recipient disconnected|connection is closed|did not receive a reply/i, 'no-provider'],
  [/locked|dismissed|prompt|锁定|interaction is not allowed|不允许.*交互/i, 'locked'],
  [
    /denied|cancel+ed|not permitted|authorization|passphrase you entered|write permissions|拒绝|取消|未授权/i,
    'denied',
  ],
  [/No keychain is available|keychain (?:could not|cannot) be found|logon session/i, 'no-provider'],
];

export type UnavailableReason = 'not-built' | 'no-bus' | 'no-provider' | 'no-collection' | 'other';

/**
 * The problem behind an error of the keychain library. It gives nothing but a sentence, sometimes translated; what is
 * not recognised is `keychain/unavailable` with reason `other`.
 */
export function keychainFailure(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const words = error instanceof Error ? error.message : String(error);
  const meaning = patterns.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
  switch (meaning) {
    case 'locked':
      return new ProblemError('keychain/locked', {
        remedies: ['unlock-keychain', 'hold-for-this-run'],
        cause: error,
      });
    case 'denied':
      return new ProblemError('keychain/denied', { remedies: ['retry', 'hold-for-this-run'], cause: error });
    default:
      return keychainUnavailable(meaning, error);
  }
}

export function keychainUnavailable(reason: UnavailableReason, cause: unknown): ProblemError {
  return new ProblemError('keychain/unavailable', {
    params: { reason },
    remedies: ['hold-for-this-run'],
    cause,
  });
}

export function keychainTimeout(): ProblemError {
  return new ProblemError('keychain/timeout', { remedies: ['retry', 'hold-for-this-run'] });
}
