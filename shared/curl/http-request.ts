import type { HttpMethod } from '../http-methods.ts';
import { wellFormed } from '../text/well-formed.ts';

export type Pair = readonly [name: string, value: string];

/** One part of a form (RFC 7578). */
export type FormPart =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly text: string;
      readonly contentType: string | null;
    }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly path: string;
      /** Null for the last segment of `path`. */
      readonly fileName: string | null;
      readonly contentType: string | null;
    };

/** What a request carries; a file is named by its path, never read. */
export type HttpBody =
  | { readonly kind: 'json'; readonly text: string; readonly contentType: string }
  /** `contentType` is null for none at all. */
  | { readonly kind: 'text'; readonly text: string; readonly contentType: string | null }
  | { readonly kind: 'form'; readonly parts: readonly FormPart[] }
  | { readonly kind: 'file'; readonly path: string; readonly contentType: string | null };

/** A request without its credential, as it is written down: as a curl command or as code. */
export interface HttpRequest {
  readonly method: HttpMethod;
  /** Scheme, host and port, no slash at the end. */
  readonly origin: string;
  /** Percent-encoded, starts with `/`. */
  readonly path: string;
  /** In order, names may repeat; not percent-encoded. */
  readonly query: readonly Pair[];
  /** Without the content type of a body: that stands with the body. */
  readonly headers: readonly Pair[];
  readonly body: HttpBody | null;
}

/** Percent-encodes what a form does (WHATWG URL, "application/x-www-form-urlencoded"), a space as `%20`. */
function encode(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(
    /[!'()~]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The URL, its query encoded as the console sends it. */
export function urlOf({ origin, path, query }: Pick<HttpRequest, 'origin' | 'path' | 'query'>): string {
  const encoded = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return `${origin}${path}${encoded === '' ? '' : `?${encoded}`}`;
}
