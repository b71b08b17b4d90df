import type { OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import type { Profile } from '../../shared/profile.ts';
import { regionText } from './region-text.ts';

/** A key as `keys --json` prints it. */
export function keyJson(key: SigningKey, { apps }: Profile) {
  const { fingerprints } = key;
  return {
    id: key.id,
    label: key.label,
    kid: key.kid,
    bits: key.bits,
    held: key.held,
    origin: key.origin,
    created_at: key.createdAt,
    fingerprints: {
      spki: fingerprints.spki,
      jwk_thumbprint: fingerprints.jwkThumbprint,
      pkcs1: fingerprints.pkcs1,
    },
    public_key_pem: key.publicKeyPem,
    app_ids: apps.filter(({ keyIds }) => keyIds.includes(key.id)).map(({ id }) => id),
  };
}

function idsOf({ variant }: OAuthApp) {
  return {
    account_id: variant.kind === 'cross-account' ? variant.accountId : null,
    enterprise_id: variant.kind === 'enterprise' ? variant.enterpriseId : null,
  };
}

/** An app as `apps --json` prints it. */
export function appJson(app: OAuthApp, { keys, currentAppId }: Profile) {
  return {
    id: app.id,
    name: app.name,
    region: regionText(app.region),
    client_id: app.clientId,
    type: app.variant.kind,
    ...idsOf(app),
    key_ids: app.keyIds,
    key_in_use: app.keyInUse,
    kid: keys.find(({ id }) => id === app.keyInUse)?.kid ?? null,
    is_current: app.id === currentAppId,
  };
}
