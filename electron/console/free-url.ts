import { isLoopbackHostname } from '../../shared/coze/region.ts';
import { ProblemError } from '../../shared/problem.ts';

/**
 * The URL of a request that goes to no region, with `query` behind its own.
 *
 * @param query - not encoded; names may repeat
 * @throws ProblemError `http/url-refused` for what is neither https nor http on loopback, or names a user; `input/invalid`
 * (url) for a fragment
 */
export function freeUrl(text: string, query: readonly (readonly [name: string, value: string])[]): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHostname(url.hostname));
  if (url === null || !isSafe || url.username !== '' || url.password !== '') {
    throw new ProblemError('http/url-refused', { params: { url: (url?.host ?? text).slice(0, 200) } });
  }
  if (text.includes('#')) throw new ProblemError('input/invalid', { params: { path: 'url' } });
  const added = new URLSearchParams();
  for (const [name, value] of query) added.append(name, value);
  const encoded = added.toString().replaceAll('+', '%20');
  url.search = [url.search.replace(/^\?/, ''), encoded].filter((part) => part !== '').join('&');
  return url.href;
}
