import { JSONPathEnvironment, JSONPathError, type JSONPathQuery } from 'json-p3';

/** A JSONPath that was read, or the place where it cannot be. */
export type ParsedPath =
  | { readonly ok: true; readonly query: JSONPathQuery }
  | { readonly ok: false; readonly at: number };

const environment = new JSONPathEnvironment({ strict: true });

/** Reads a JSONPath (RFC 9535), well-typed functions included. Never throws. */
export function parsePath(text: string): ParsedPath {
  try {
    return { ok: true, query: environment.compile(text) };
  } catch (thrown) {
    return { ok: false, at: thrown instanceof JSONPathError ? thrown.token.index : text.length };
  }
}
