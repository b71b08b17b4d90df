import { ProblemError } from '../../shared/problem.ts';

function hasControl(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f');
}

/** Not encoded; names may repeat. */
export type Query = readonly (readonly [name: string, value: string])[];

/** The URL with `query` behind its own. */
export function withQuery(url: URL, query: Query): string {
  const added = new URLSearchParams();
  for (const [name, value] of query) added.append(name, value);
  const encoded = added.toString().replaceAll('+', '%20');
  const whole = new URL(url);
  whole.search = [url.search.replace(/^\?/, ''), encoded].filter((part) => part !== '').join('&');
  return whole.href;
}

/** `.` or `..`, percent-encoded or not: a URL resolves them away (WHATWG URL, "single-dot segment"). */
const dotSegment = /^(?:\.|%2e){1,2}$/i;

/**
 * Joins path and query to the API host. The path may be percent-encoded already and may carry a query of its own, which
 * comes first; what is not encoded gets encoded. Dot segments are refused, so that the path that is shown is the path
 * that is sent.
 *
 * @param api - origin without a slash at the end
 * @throws ProblemError `http/url-refused` when the result would leave `api`, `input/invalid` (path) for a fragment
 */
export function requestUrl(api: string, path: string, query: Query): string {
  const refuse = () => new ProblemError('http/url-refused', { params: { url: path.slice(0, 200) } });
  const { 0: pathname = '' } = path.split('?');
  if (!/^\/(?![/\\])/.test(path) || pathname.includes('\\') || hasControl(path)) throw refuse();
  if (path.includes('#')) throw new ProblemError('input/invalid', { params: { path: 'path' } });
  if (pathname.split('/').some((segment) => dotSegment.test(segment))) throw refuse();
  if (!URL.canParse(api + path)) throw refuse();
  const url = new URL(api + path);
  if (url.origin !== api) throw refuse();
  return withQuery(url, query);
}
