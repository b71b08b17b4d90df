import type { Endpoint } from '../../shared/coze/endpoints.ts';
import { askedPath, endpointsAt } from '../../shared/coze/endpoints-at.ts';

function ownWords({ name_en, name_zh, method, path }: Endpoint): string {
  return `${name_en} ${name_zh} ${method} ${path}`.toLowerCase();
}

function wordsIn(endpoint: Endpoint): string {
  return `${ownWords(endpoint)} ${endpoint.permission ?? ''}`.toLowerCase();
}

/** How near a word is to what the endpoint is called: its path ends in it, its name has it as a word, or as a part. */
function nearness(endpoint: Endpoint, word: string): number {
  const { name_en, name_zh, path } = endpoint;
  if (path.toLowerCase().split('/').at(-1) === word || name_zh.toLowerCase() === word) return 3;
  if (
    name_en
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .includes(word)
  )
    return 2;
  return ownWords(endpoint).includes(word) ? 1 : 0;
}

/** The nearest first, of the equally near the one with the shortest path; else in the order of the catalogue. */
function ranked(found: readonly Endpoint[], words: readonly string[]): readonly Endpoint[] {
  const sum = (endpoint: Endpoint) => words.reduce((near, word) => near + nearness(endpoint, word), 0);
  const depth = ({ path }: Endpoint) => path.split('/').length;
  return found
    .map((endpoint) => ({ endpoint, near: sum(endpoint) }))
    .toSorted((a, b) => b.near - a.near || depth(a.endpoint) - depth(b.endpoint))
    .map(({ endpoint }) => endpoint);
}

/**
 * The endpoints that `text` is about: a path or an address, with the method or without and with ids in it, else words of
 * their names in either language, of their paths and permissions, the nearest first. A request that fits one goes before
 * all words.
 */
export function findEndpoints(text: string, among: readonly Endpoint[]): readonly Endpoint[] {
  const asked = askedPath(text);
  const fitting = asked === null ? [] : endpointsAt(asked, among);
  if (fitting.length > 0) return fitting;
  const said = asked === null ? text : `${asked.method ?? ''} ${asked.path}`;
  const words = said.toLowerCase().split(/\s+/).filter(Boolean);
  const found = among.filter((endpoint) => words.every((word) => wordsIn(endpoint).includes(word)));
  return ranked(found, words);
}
