/** Everything that can be said about a token. The texts stand in `shared/i18n/findings-texts.*.ts`. */
export const findingCodes = [
  // the token as a whole
  'token-empty',
  'too-large',
  'text-cleaned',
  'segments-missing',
  'segments-extra',
  // the base64url of a segment (RFC 4648 §5, RFC 7515 §2)
  'masked',
  'whitespace-inside',
  'standard-base64',
  'padding',
  'invalid-character',
  'length-impossible',
  'trailing-bits',
  'invalid-utf8',
  // the JSON in it
  'header-empty',
  'payload-empty',
  'invalid-json',
  'payload-not-json',
  'header-not-object',
  'payload-not-object',
  'too-deep',
  'too-many-members',
  'duplicate-member',
  'integer-beyond-double',
  // header parameters (RFC 7515 §4, RFC 7516 §4)
  'alg-missing',
  'alg-not-string',
  'alg-none',
  'alg-none-signed',
  'enc-missing',
  'crit-invalid',
  'crit-duplicate',
  'crit-not-understood',
  'b64-false',
  'b64-without-crit',
  'b64-not-boolean',
  'b64-payload-character',
  'jwe-encrypted',
  // a JWT in a JWT (RFC 7519 §5.2)
  'nested-jwt',
  'nested-not-opened',
  'nested-encrypted',
  'cty-not-jwt',
  'cty-without-nested',
  // claims (RFC 7519 §4.1)
  'time-not-number',
  'time-milliseconds',
  'time-microseconds',
  'time-nanoseconds',
  'time-fraction',
  'claim-not-string',
  // the signature
  'signature-empty',
  'signature-length',
] as const;

/** No more than this many are told of one token. */
export const maxFindings = 100;

export type FindingCode = (typeof findingCodes)[number];
export type FindingSeverity = 'error' | 'warning' | 'note';
export type FindingSegment = 'token' | 'header' | 'payload' | 'signature';

/** One thing noticed about a token. Holds no prose: texts are chosen by `code` and filled with `params`. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  readonly segment: FindingSegment;
  /** Characters from the start of the segment (of the token for `token`), or null where no place is meant. */
  readonly offset: number | null;
  /** JSON pointer (RFC 6901) into header or payload. */
  readonly path: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A finding with nothing but what is given. */
export function finding(
  code: FindingCode,
  severity: FindingSeverity,
  segment: FindingSegment,
  details: Partial<Pick<Finding, 'offset' | 'path' | 'params'>> = {},
): Finding {
  return {
    code,
    severity,
    segment,
    offset: details.offset ?? null,
    path: details.path ?? null,
    params: details.params ?? {},
  };
}
