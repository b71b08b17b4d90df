import { ProblemError } from '../../shared/problem.ts';
import { checkUrl } from '../http/check-url.ts';
import { type Query, withQuery } from './request-url.ts';

/**
 * The URL of a request that goes to no region, with `query` behind its own.
 *
 * @throws ProblemError `http/url-refused` for what is neither https nor http on loopback, or names a user; `input/invalid`
 * (url) for a fragment
 */
export function freeUrl(text: string, query: Query): string {
  const url = checkUrl(text);
  if (text.includes('#')) throw new ProblemError('input/invalid', { params: { path: 'url' } });
  return withQuery(url, query);
}
