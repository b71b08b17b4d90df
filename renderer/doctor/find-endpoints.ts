import type { Endpoint } from '../../shared/coze/endpoints.ts';
import { fitsTemplate, pathOfRequest } from '../../shared/coze/scope/find-permissions.ts';

function wordsIn({ name_en, name_zh, method, path, permission }: Endpoint): string {
  return `${name_en} ${name_zh} ${method} ${path} ${permission ?? ''}`.toLowerCase();
}

/** The only word of the text, but for a method before it. */
const request = /^\s*(?:(GET|POST|PUT|PATCH|DELETE)\s+)?(\S+)\s*$/i;

/**
 * The endpoints that `text` is about: a path or an address, with the method or without and with ids in it, else words of
 * their names in either language, of their paths and permissions. A request that fits one goes before all words.
 */
export function findEndpoints(text: string, among: readonly Endpoint[]): readonly Endpoint[] {
  const [, method, address] = request.exec(text) ?? [];
  const path = address === undefined ? null : pathOfRequest(address);
  if (path !== null) {
    const fitting = among.filter((endpoint) => fitsTemplate(endpoint.path, path));
    const same = fitting.filter((endpoint) => endpoint.method === method?.toUpperCase());
    if (fitting.length > 0) return same.length > 0 ? same : fitting;
  }
  const said = path === null ? text : `${method ?? ''} ${path}`;
  const words = said.toLowerCase().split(/\s+/).filter(Boolean);
  return among.filter((endpoint) => words.every((word) => wordsIn(endpoint).includes(word)));
}
