/** The parts of a refusal for which no source is known: practice Coze chose them itself. */
export type Undocumented = 'status' | 'code' | 'message';

interface RefusalBasics {
  readonly status: number;
  readonly message: string;
  readonly undocumented: readonly Undocumented[];
  /** What the request held, shortened; null when there is nothing to show or it is secret. */
  readonly seen: string | null;
  /** What would have been accepted; null when the message says it. */
  readonly wanted: string | null;
}

/** A refusal by the token endpoint: `{"error_code","error_message","error"}`. */
export interface OAuthRefusal extends RefusalBasics {
  readonly refusedBy: 'oauth';
  readonly code: OAuthErrorCode;
}

/** A refusal by an API: `{"code","msg","detail"}`. */
export interface ApiRefusal extends RefusalBasics {
  readonly refusedBy: 'api';
  readonly code: number;
}

export type Refusal = OAuthRefusal | ApiRefusal;

export type OAuthErrorCode =
  | 'invalid_request'
  | 'unsupported_grant_type'
  | 'invalid_client'
  | 'access_deny'
  | 'internal_error';

export interface RefusalDetails {
  readonly undocumented?: readonly Undocumented[];
  readonly seen?: unknown;
  readonly wanted?: string;
}

const oauthStatus: Readonly<Record<OAuthErrorCode, number>> = {
  invalid_request: 400,
  unsupported_grant_type: 400,
  invalid_client: 401,
  access_deny: 403,
  internal_error: 500,
};

const seenLimit = 200;

/** Longer than every text of practice Coze's own; what a request named in it may be as long as a body. */
const messageLimit = 500;

function shorten(seen: unknown): string | null {
  if (seen === undefined) return null;
  const text = typeof seen === 'string' ? seen : (JSON.stringify(seen) ?? String(seen));
  return text.length > seenLimit ? `${text.slice(0, seenLimit)}…` : text;
}

/** A refusal of the token endpoint. The status is always practice Coze's choice unless `undocumented` says otherwise. */
export function refuseToken(
  code: OAuthErrorCode,
  message: string,
  { undocumented = ['status'], seen, wanted }: RefusalDetails = {},
): OAuthRefusal {
  return {
    refusedBy: 'oauth',
    code,
    message: message.slice(0, messageLimit),
    status: oauthStatus[code],
    undocumented,
    seen: shorten(seen),
    wanted: wanted ?? null,
  };
}

/**
 * A refusal of an API. HTTP 200 with a `code` other than 0 is documented; only authentication failures (401) and
 * unknown paths (404) have a status of their own.
 */
export function refuseCall(
  code: number,
  message: string,
  {
    undocumented = ['message'],
    seen,
    wanted,
    status = 200,
  }: RefusalDetails & { readonly status?: number } = {},
): ApiRefusal {
  return {
    refusedBy: 'api',
    code,
    message: message.slice(0, messageLimit),
    status,
    undocumented,
    seen: shorten(seen),
    wanted: wanted ?? null,
  };
}

/** True when `value` is a {@link Refusal}. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refusedBy' in value;
}

/** Carries a refusal from the check that failed to the place that answers. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
