import type { OAuthApp } from '../../../shared/coze/app.ts';
import { buildAssertion, defaultAssertionLifetime } from '../../../shared/coze/assertion.ts';
import type { SigningKey } from '../../../shared/coze/key.ts';
import type { RegionHosts } from '../../../shared/coze/region.ts';
import { type EpochSeconds, epochSeconds } from '../../../shared/time.ts';
import type { Draft } from './draft.ts';

function draftOf(header: object, payload: object, of: Pick<Draft, 'appId' | 'keyId'>): Draft {
  const texts = { header: JSON.stringify(header, null, 2), payload: JSON.stringify(payload, null, 2) };
  return { ...texts, readableHeader: texts.header, readablePayload: texts.payload, ...of };
}

export interface FreshAssertion {
  readonly app: OAuthApp | null;
  readonly key: SigningKey | null;
  /** Null while its address is unknown. */
  readonly hosts: RegionHosts | null;
  readonly now: EpochSeconds;
  readonly jti: string;
}

/** An assertion as the app would mint with it; without an app, one with its places left open. */
export function freshAssertion({ app, key, hosts, now, jti }: FreshAssertion): Draft {
  const { header, claims } = buildAssertion({
    clientId: app?.clientId ?? '',
    kid: key?.kid ?? '',
    audience: hosts?.audience ?? '',
    now,
    lifetimeSeconds: defaultAssertionLifetime,
    jti,
    sessionName: app?.defaults.sessionName ?? '',
    device: app?.defaults.device ?? { kind: 'none' },
  });
  return draftOf(header, claims, { appId: app?.id ?? null, keyId: key?.id ?? null });
}

/** A JWT for anything, with the claims that most have (RFC 7519 §4.1). */
export function freshJwt({ key, now, jti }: Pick<FreshAssertion, 'key' | 'now' | 'jti'>): Draft {
  const header = { alg: 'RS256', typ: 'JWT', ...(key?.kid ? { kid: key.kid } : {}) };
  const payload = {
    iss: 'https://issuer.example',
    sub: 'user-1',
    aud: 'https://api.example',
    iat: now,
    exp: epochSeconds(now + 3600),
    jti,
  };
  return draftOf(header, payload, { appId: null, keyId: key?.id ?? null });
}

/** An id that nobody has used: 32 random bytes in base64url, as Coze advises for `jti`. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
