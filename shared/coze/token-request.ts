import { ProblemError } from '../problem.ts';
import type { DurationSeconds } from '../time.ts';
import type { Variant } from './app.ts';
import type { Scope } from './scope.ts';

/** `grant_type` of RFC 7523 §2.1. */
export const jwtBearerGrantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** The longest life that Coze gives an access token. */
export const maxTokenDuration = 86_399;

/** A dot segment would climb out of the token path, percent-encoded or not (WHATWG URL, "double-dot segment"). */
function pathSegment(value: string, path: string): string {
  if (value === '.' || value === '..') throw new ProblemError('input/invalid', { params: { path } });
  return encodeURIComponent(value);
}

/**
 * Path of the token endpoint for `variant`, ids percent-encoded.
 *
 * @throws ProblemError `input/invalid` for an id that is a dot segment
 */
export function tokenPath(variant: Variant): string {
  switch (variant.kind) {
    case 'developer':
    case 'channel':
      return '/api/permission/oauth2/token';
    case 'cross-account':
      return `/api/permission/oauth2/account/${pathSegment(variant.accountId, 'variant.accountId')}/token`;
    case 'enterprise':
      return `/api/permission/oauth2/enterprise_id/${pathSegment(variant.enterpriseId, 'variant.enterpriseId')}/token`;
  }
}

/**
 * Takes a lifetime that a person or a script gave.
 *
 * @throws ProblemError `mint/duration-invalid` unless it is an integer of 1 to 86 399
 */
export function parseTokenDuration(value: number): DurationSeconds {
  if (Number.isInteger(value) && value >= 1 && value <= maxTokenDuration) return value as DurationSeconds;
  throw new ProblemError('mint/duration-invalid', {
    params: { value: String(value), max: maxTokenDuration },
  });
}

/**
 * JSON body of the token request; `scope` is left out when null, which grants every permission of the app.
 *
 * @throws ProblemError `mint/duration-invalid`
 */
export function tokenRequestBody(request: {
  readonly durationSeconds: number;
  readonly scope: Scope | null;
}): string {
  return JSON.stringify({
    grant_type: jwtBearerGrantType,
    duration_seconds: parseTokenDuration(request.durationSeconds),
    ...(request.scope === null ? {} : { scope: request.scope }),
  });
}
