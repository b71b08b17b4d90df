import type { CheckFacts } from '../check-sheet.ts';
import type { AppRegistry } from '../practice-app.ts';
import { shownBody } from '../shown-message.ts';
import { world } from '../world.ts';
import { audiencesOf, iatTolerance } from './assertion-checks.ts';
import { jwtBearerGrant } from './request-checks.ts';
import { defaultDuration, longestDuration, type TokenAttempt } from './token-attempt.ts';
import type { TokenCheckContext } from './token-check.ts';

type Look = (
  attempt: TokenAttempt,
  context: TokenCheckContext,
  apps: Pick<AppRegistry, 'kids'>,
  body: Uint8Array,
) => CheckFacts;

const bearerOf = ({ authorization }: TokenAttempt) => {
  if (authorization === undefined) return undefined;
  const [scheme = '', ...rest] = authorization.split(' ');
  return rest.length === 0 ? `… (${authorization.length})` : `${scheme} … (${rest.join(' ').length})`;
};

const looks: Readonly<Record<string, Look>> = {
  'body-json': (_, __, ___, body) => ({ seen: shownBody(body, '') ?? '', wanted: '{"grant_type": "…"}' }),
  'grant-type-present': ({ body }) => ({ seen: body.grant_type, wanted: jwtBearerGrant }),
  'grant-type-known': ({ body }) => ({ seen: body.grant_type, wanted: jwtBearerGrant }),
  'authorization-bearer': (attempt) => ({ seen: bearerOf(attempt), wanted: 'Bearer <JWT>' }),
  'assertion-not-empty': (attempt) => ({ seen: bearerOf(attempt), wanted: 'Bearer <JWT>' }),
  'assertion-parses': ({ bearer }) => ({
    seen: (bearer ?? '')
      .split('.', 8)
      .map((segment) => `(${segment.length})`)
      .join('.'),
    wanted: 'base64url(header).base64url(payload).base64url(signature)',
  }),
  alg: ({ header }) => ({ seen: header.alg, wanted: 'RS256' }),
  typ: ({ header }) => ({ seen: header.typ, wanted: 'JWT' }),
  'kid-registered': ({ header }, { faults }, { kids }) => ({
    seen: header.kid,
    wanted: faults.keyRemoved ? '—' : kids().slice(-6).join(' | ') || '—',
  }),
  iss: ({ claims, key }) => ({ seen: claims.iss, wanted: key?.app.clientId ?? '' }),
  aud: ({ claims, host }) => ({ seen: claims.aud, wanted: audiencesOf(host).join(' | ') }),
  'iat-integer': ({ claims }, { now }) => ({ seen: claims.iat, wanted: `${now}` }),
  'exp-integer': ({ claims }, { now }) => ({ seen: claims.exp, wanted: `${now + 3600}` }),
  'exp-after-iat': ({ claims }) => ({ seen: claims.exp, wanted: `> iat ${claims.iat}` }),
  'not-expired': ({ claims }, { now }) => ({ seen: claims.exp, wanted: `> ${now}` }),
  'iat-not-in-future': ({ claims }, { now }) => ({
    seen: claims.iat,
    wanted: `≤ ${now} + ${iatTolerance}`,
  }),
  'jti-present': ({ claims }) => ({ seen: claims.jti }),
  'jti-unused': ({ claims }) => ({ seen: claims.jti }),
  duration: ({ body }) => ({
    seen: body.duration_seconds === undefined ? `— (${defaultDuration})` : body.duration_seconds,
    wanted: `1 … ${longestDuration}`,
  }),
  scope: ({ body }) => ({ seen: body.scope ?? '—', wanted: 'account_permission.permission_list' }),
  'app-active': ({ key }) => ({ seen: key?.app.name }),
  'channel-bound': ({ key }) => ({ seen: key?.app.type }),
  'account-known': ({ path }) => ({
    seen: path.kind === 'plain' ? undefined : path.id,
    wanted: world.accountId,
  }),
  'enterprise-known': ({ path }) => ({
    seen: path.kind === 'plain' ? undefined : path.id,
    wanted: world.enterpriseId,
  }),
};

/** What the check `name` looks at in a token request, and what it takes. */
export function factsOfTokenCheck(
  name: string,
  ...[attempt, context, apps, body]: Parameters<Look>
): CheckFacts {
  return looks[name]?.(attempt, context, apps, body) ?? {};
}
