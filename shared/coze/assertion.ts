import type { DurationSeconds, EpochSeconds } from '../time.ts';
import { durationSeconds } from '../time.ts';
import type { Device } from './app.ts';

/**
 * How long an assertion is valid when nobody says otherwise: it is sent at once and used once, so ten minutes leave
 * room for a wrong clock and no more.
 */
export const defaultAssertionLifetime: DurationSeconds = durationSeconds(600);

/** JOSE header of the assertion. Coze accepts RS256 only. */
export interface AssertionHeader {
  readonly alg: 'RS256';
  readonly typ: 'JWT';
  readonly kid: string;
}

/** Claims of the assertion, in the order of Coze's documentation. */
export interface AssertionClaims {
  readonly iss: string;
  readonly aud: string;
  readonly iat: EpochSeconds;
  readonly exp: EpochSeconds;
  readonly jti: string;
  readonly session_name?: string;
  readonly session_context?: {
    readonly device_info: { readonly device_id: string } | { readonly custom_consumer: string };
  };
}

export interface Assertion {
  readonly header: AssertionHeader;
  readonly claims: AssertionClaims;
}

export interface AssertionFields {
  /** The OAuth app id; becomes `iss`. */
  readonly clientId: string;
  /** Fingerprint of the public key as Coze shows it. */
  readonly kid: string;
  /** The API host without scheme; becomes `aud`. */
  readonly audience: string;
  readonly now: EpochSeconds;
  readonly lifetimeSeconds: DurationSeconds;
  /** Different for every assertion; Coze advises 32 random bytes or more. */
  readonly jti: string;
  /** Empty text means: no `session_name`. */
  readonly sessionName: string;
  readonly device: Device;
}

function sessionContext(device: Device): Pick<AssertionClaims, 'session_context'> {
  switch (device.kind) {
    case 'none':
      return {};
    case 'device-id':
      return { session_context: { device_info: { device_id: device.value } } };
    case 'custom-consumer':
      return { session_context: { device_info: { custom_consumer: device.value } } };
  }
}

/**
 * The header and claims of a JWT that Coze's token endpoint takes. It signs nothing and checks nothing.
 *
 * Source: OAuth JWT 授权（渠道场景）, "JWT 的 Header" and "Payload".
 */
export function buildAssertion(fields: AssertionFields): Assertion {
  return {
    header: { alg: 'RS256', typ: 'JWT', kid: fields.kid },
    claims: {
      iss: fields.clientId,
      aud: fields.audience,
      iat: fields.now,
      exp: (fields.now + fields.lifetimeSeconds) as EpochSeconds,
      jti: fields.jti,
      ...(fields.sessionName === '' ? {} : { session_name: fields.sessionName }),
      ...sessionContext(fields.device),
    },
  };
}
