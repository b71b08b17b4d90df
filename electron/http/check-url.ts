import { isLoopbackHostname } from '../../shared/coze/region.ts';
import { ProblemError } from '../../shared/problem.ts';

/** @throws ProblemError `http/url-refused` for what is neither https nor http on loopback, or names a user */
export function checkUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHostname(url.hostname));
  if (url === null || !isSafe || url.username !== '' || url.password !== '') {
    throw new ProblemError('http/url-refused', { params: { url: (url?.host ?? text).slice(0, 200) } });
  }
  return url;
}
