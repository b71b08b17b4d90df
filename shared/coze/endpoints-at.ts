import type { Endpoint } from './endpoints.ts';
import { fitsTemplate, pathOfRequest } from './scope/find-permissions.ts';

/** The only word of the text, but for a method before it. */
const request = /^\s*(?:(GET|POST|PUT|PATCH|DELETE)\s+)?(\S+)\s*$/i;

/** A path or an address, and the method where it stands before it. */
export interface AskedPath {
  readonly method: string | null;
  /** In lower case, without host and query. */
  readonly path: string;
}

/** The request that `text` is; null for other words. */
export function askedPath(text: string): AskedPath | null {
  const [, method, address] = request.exec(text) ?? [];
  const path = address === undefined ? null : pathOfRequest(address);
  return path === null ? null : { method: method?.toUpperCase() ?? null, path };
}

/** The endpoints that a request goes to, with ids in its path or without; by the method where it tells them apart. */
export function endpointsAt({ method, path }: AskedPath, among: readonly Endpoint[]): readonly Endpoint[] {
  const fitting = among.filter((endpoint) => fitsTemplate(endpoint.path, path));
  const same = fitting.filter((endpoint) => endpoint.method === method);
  return same.length > 0 ? same : fitting;
}
