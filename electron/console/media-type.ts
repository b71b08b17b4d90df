/** A media type (RFC 9110 §8.3.1), in lower case. */
export interface MediaType {
  /** Type and subtype, such as `application/json`; empty when there is none. */
  readonly essence: string;
  /** The `charset` parameter; null when there is none. */
  readonly charset: string | null;
}

/** Reads a `Content-Type` header; never fails. */
export function parseMediaType(header: string): MediaType {
  const [essence = '', ...parameters] = header.toLowerCase().split(';');
  const charset = parameters.map((text) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(text)?.[1]);
  return { essence: essence.trim(), charset: charset.find((value) => value !== undefined) ?? null };
}
