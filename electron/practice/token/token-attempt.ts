import { parseJsonBytes } from '../parse-json-bytes.ts';
import type { AppRegistry, RegisteredKey } from '../practice-app.ts';
import { type GrantedScope, readScope } from './scope-shape.ts';

/** Which token path was called. */
export type TokenPath =
  | { readonly kind: 'plain' }
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'enterprise'; readonly id: string };

/** A request to the token endpoint as it came: nothing in it has been believed yet. */
export interface RawTokenRequest {
  readonly path: TokenPath;
  /** The `Host` header, which is what Coze's `aud` names. */
  readonly host: string;
  readonly authorization: string | undefined;
  readonly body: Uint8Array;
}

interface Header {
  readonly alg?: unknown;
  readonly typ?: unknown;
  readonly kid?: unknown;
}

interface Claims {
  readonly iss?: unknown;
  readonly aud?: unknown;
  readonly iat?: unknown;
  readonly exp?: unknown;
  readonly jti?: unknown;
  readonly session_name?: unknown;
}

interface Body {
  readonly grant_type?: unknown;
  readonly duration_seconds?: unknown;
  readonly scope?: unknown;
}

/** A token request taken apart as far as it can be read. What cannot be read is null or empty; the checks say so. */
export interface TokenAttempt {
  readonly path: TokenPath;
  readonly host: string;
  readonly bodyIsJson: boolean;
  readonly body: Body;
  readonly authorization: string | undefined;
  /** What follows `Bearer`, possibly nothing; null when there is no such header. */
  readonly bearer: string | null;
  readonly assertionReadable: boolean;
  readonly header: Header;
  readonly claims: Claims;
  readonly key: RegisteredKey | null;
  /** Null when `duration_seconds` is not an integer of 1 to 86 399. */
  readonly duration: number | null;
  readonly scope: GrantedScope | null | 'malformed';
}

export const defaultDuration = 900;
export const longestDuration = 86_399;

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readSegment(segment: string): object | null {
  if (!/^[A-Za-z0-9_-]+$/.test(segment)) return null;
  const value = parseJsonBytes(Buffer.from(segment, 'base64url'));
  return isObject(value) ? value : null;
}

function readAssertion(jwt: string): { readonly header: Header; readonly claims: Claims } | null {
  const [first, second, third, ...rest] = jwt.split('.');
  if (first === undefined || second === undefined || third === undefined || rest.length > 0) return null;
  const header = readSegment(first);
  const claims = readSegment(second);
  if (header === null || claims === null || !/^[A-Za-z0-9_-]+$/.test(third)) return null;
  return { header, claims };
}

function readDuration(value: unknown): number | null {
  if (value === undefined) return defaultDuration;
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= longestDuration;
  return fits ? value : null;
}

/** Takes a token request apart. Never throws and judges nothing: that is what the checks are for. */
export function readTokenAttempt(raw: RawTokenRequest, apps: Pick<AppRegistry, 'keyOf'>): TokenAttempt {
  const json = parseJsonBytes(raw.body);
  const body: Body = isObject(json) ? json : {};
  const bearer = /^Bearer(?:\s+(.*))?$/is.exec(raw.authorization ?? '');
  const jwt = bearer === null ? null : (bearer[1] ?? '').trim();
  const assertion = jwt === null ? null : readAssertion(jwt);
  const header = assertion?.header ?? {};
  return {
    path: raw.path,
    host: raw.host,
    bodyIsJson: json !== undefined,
    body,
    authorization: raw.authorization,
    bearer: jwt,
    assertionReadable: assertion !== null,
    header,
    claims: assertion?.claims ?? {},
    key: typeof header.kid === 'string' ? apps.keyOf(header.kid) : null,
    duration: readDuration(body.duration_seconds),
    scope: readScope(body.scope),
  };
}
