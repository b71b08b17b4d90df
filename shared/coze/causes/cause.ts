import type { Remedy } from '../../remedies.ts';

/** Every cause that a failure may have, with what the app itself can do about it. Texts in `shared/i18n`. */
const causeRemedies = {
  // the kid and its key
  'kid-is-app-id': 'edit-app',
  'kid-odd': 'edit-app',
  'kid-mistyped': 'edit-app',
  'kid-unmatched': 'edit-app',
  'key-new': 'mint-later',
  'key-removed': null,
  'signature-key': 'edit-app',
  'iss-not-of-kid': 'edit-app',
  // where the request went
  'other-region': 'switch-region',
  'base-url': 'edit-app',
  'self-hosted': 'edit-app',
  'path-unknown': 'edit-app',
  // what the assertion says
  'clock-ahead': 'use-server-clock',
  'clock-behind': 'use-server-clock',
  'clock-unchecked': null,
  'times-refused': 'mint-again',
  audience: 'edit-app',
  'jti-used': 'mint-again',
  'assertion-malformed': null,
  // the app at Coze
  'app-deactivated': 'mint-again',
  'channel-not-bound': 'mint-again',
  'not-set-as-channel': 'edit-app',
  'variant-plain': 'edit-app',
  'variant-cross-account': 'edit-app',
  'variant-enterprise': 'edit-app',
  'login-session': null,
  'consent-missing': 'mint-again',
  'client-type': null,
  'account-id': 'edit-app',
  'enterprise-id': 'edit-app',
  // what was asked for
  'duration-refused': null,
  'scope-refused': 'edit-scope',
  'scope-only-channel': 'edit-app',
  'parameter-refused': null,
  // Coze itself
  'coze-internal': 'mint-later',
  'rate-limited': 'mint-later',
  'server-slow': 'retry',
  // practice Coze
  'practice-fault': 'end-practice-faults',
  'practice-fault-spent': 'retry',
  'practice-key-unknown': 'edit-app',
  'practice-stopped': 'retry',
  // between here and there
  'header-stripped': null,
  'request-changed': null,
  'answer-changed': null,
  'captive-portal': 'mint-again',
  'not-the-api': 'edit-app',
  'proxy-login': 'edit-proxy',
  'gateway-blocks': null,
  'gateway-down': 'mint-later',
  'redirect-login': 'mint-again',
  'redirect-elsewhere': 'edit-app',
  offline: 'retry',
  'dns-blocked': null,
  'host-mistyped': 'edit-app',
  firewall: null,
  'proxy-needed': 'edit-proxy',
  'server-not-listening': 'edit-app',
  'redirect-loop': null,
  'address-mistyped': null,
  'address-closed': 'retry',
  'address-other-host': null,
  'address-not-tls': null,
  'address-moved': null,
  'connection-cut': 'retry',
  'proxy-refused': 'edit-proxy',
  'proxy-dns': 'edit-proxy',
  'proxy-blocks': 'edit-proxy',
  'proxy-down': 'edit-proxy',
  'proxy-kind': 'edit-proxy',
  // TLS
  'tls-interception': 'add-ca-file',
  'certificate-expired': null,
  'certificate-early': null,
  'certificate-own': 'add-ca-file',
  'certificate-other-host': 'edit-app',
  'not-tls': 'edit-app',
  'tls-version': null,
  // the keychain
  'keychain-not-running': 'hold-for-this-run',
  'keychain-no-session': null,
  'keychain-locked': 'unlock-keychain',
  'keychain-prompt': 'retry',
  'keychain-policy': null,
  'keychain-earlier-run': 'add-key',
  'keychain-removed': 'add-key',
  'keychain-partial': 'add-key',
} as const satisfies Readonly<Record<string, Remedy | null>>;

export type CauseCode = keyof typeof causeRemedies;

export const causeCodes = Object.keys(causeRemedies) as readonly CauseCode[];

/** One thing that may be behind a failure. */
export interface Cause {
  readonly code: CauseCode;
  /** Values that the texts for `code` mention. */
  readonly params: Readonly<Record<string, string | number>>;
  /** What the app itself can do about it. */
  readonly remedy: Remedy | null;
}

/** A {@link Cause} with the remedy that belongs to `code`. */
export function cause(code: CauseCode, params: Cause['params'] = {}): Cause {
  return { code, params, remedy: causeRemedies[code] };
}
