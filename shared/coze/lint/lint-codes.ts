import type { FindingSeverity } from '../../jwt/finding.ts';

const cozeJwt = 'OAuth JWT 授权（渠道场景）';
const rfc7519 = (section: string) => `RFC 7519 §${section}`;

interface LintCodeFacts {
  readonly severity: FindingSeverity;
  /** Where it is written; a person can look it up. */
  readonly source: string;
}

/**
 * Everything that can be said about an assertion for Coze. Errors depart from what Coze's documentation demands;
 * warnings are unwise, or unlike every documented sample, and do not claim that Coze refuses them.
 */
export const lintCodes = {
  'not-a-signed-token': { severity: 'error', source: cozeJwt },
  'claims-nested': { severity: 'error', source: cozeJwt },
  'required-missing': { severity: 'error', source: cozeJwt },
  'not-a-string': { severity: 'error', source: cozeJwt },
  'not-an-integer': { severity: 'error', source: cozeJwt },
  'not-an-object': { severity: 'error', source: cozeJwt },
  'value-empty': { severity: 'error', source: cozeJwt },

  'alg-not-rs256': { severity: 'error', source: cozeJwt },
  'typ-not-jwt': { severity: 'error', source: cozeJwt },
  'kid-is-pem': { severity: 'error', source: cozeJwt },
  'kid-is-app-id': { severity: 'error', source: cozeJwt },
  'kid-other-key': { severity: 'error', source: cozeJwt },
  'kid-unlike-fingerprint': { severity: 'warning', source: cozeJwt },

  'iss-is-pem': { severity: 'error', source: cozeJwt },
  'iss-is-client-id': { severity: 'error', source: `${cozeJwt}; OAuth 授权码授权` },
  'iss-is-kid': { severity: 'error', source: cozeJwt },
  'iss-other-app': { severity: 'error', source: cozeJwt },
  'iss-not-digits': { severity: 'warning', source: cozeJwt },

  'aud-is-array': { severity: 'error', source: `${cozeJwt}; ${rfc7519('4.1.3')}` },
  'aud-is-url': { severity: 'error', source: cozeJwt },
  'aud-has-path': { severity: 'error', source: cozeJwt },
  'aud-other-region': { severity: 'error', source: cozeJwt },
  'aud-is-web-host': { severity: 'error', source: cozeJwt },
  'aud-has-port': { severity: 'error', source: cozeJwt },
  'aud-other-port': { severity: 'error', source: cozeJwt },
  'aud-not-api-host': { severity: 'error', source: cozeJwt },
  'aud-without-port': { severity: 'warning', source: 'coze-py auth/__init__.py; coze-go auth.go' },

  'time-not-seconds': { severity: 'error', source: cozeJwt },
  'exp-not-after-iat': { severity: 'error', source: cozeJwt },
  expired: { severity: 'error', source: `${cozeJwt}; ${rfc7519('4.1.4')}` },
  'iat-in-future': { severity: 'error', source: cozeJwt },
  'iat-ahead': { severity: 'warning', source: cozeJwt },
  'lifetime-long': { severity: 'warning', source: 'coze-py auth/__init__.py; coze-js auth.ts' },
  'nbf-in-future': { severity: 'warning', source: rfc7519('4.1.5') },

  'jti-short': { severity: 'warning', source: cozeJwt },
  'jti-used': { severity: 'error', source: cozeJwt },

  'session-name-empty': { severity: 'warning', source: cozeJwt },
  'session-name-missing': { severity: 'warning', source: cozeJwt },
  'session-context-empty': { severity: 'warning', source: cozeJwt },
  'device-value-empty': { severity: 'warning', source: cozeJwt },
  'device-both': { severity: 'warning', source: cozeJwt },
  'custom-consumer-phone': { severity: 'warning', source: cozeJwt },
  'custom-consumer-email': { severity: 'warning', source: cozeJwt },

  'member-misspelt': { severity: 'warning', source: cozeJwt },
  'member-misplaced': { severity: 'warning', source: cozeJwt },
  'member-of-request': { severity: 'warning', source: '通过 JWT 获取 Oauth Access Token' },
  'member-unknown': { severity: 'warning', source: cozeJwt },
} as const satisfies Record<string, LintCodeFacts>;

export type LintCode = keyof typeof lintCodes;
