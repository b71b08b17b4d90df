import { ProblemError } from '../../shared/problem.ts';

const allowedHosts = new Set([
  'www.coze.cn',
  'www.coze.com',
  'docs.coze.cn',
  'docs.coze.com',
  'datatracker.ietf.org',
  'www.rfc-editor.org',
  'github.com',
]);

/**
 * Takes a link that may be opened in the browser: https at a known host, default port, without credentials.
 *
 * @throws ProblemError `http/url-refused`
 */
export function checkExternalLink(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const allowed =
    url !== null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    allowedHosts.has(url.hostname);
  if (!allowed) throw new ProblemError('http/url-refused', { params: { url: url?.host ?? '' } });
  return url.href;
}
