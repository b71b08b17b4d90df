import type { IncomingHttpHeaders } from 'node:http';

/** What is looked at of a request before anything else. */
export interface RequestFacts {
  readonly method: string | undefined;
  /** As it stands in the request line. */
  readonly target: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

const ownHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/;

/**
 * True when `Host` is this machine's loopback by one of its own names. Any other name means that a page elsewhere made
 * the browser resolve its name to 127.0.0.1 (DNS rebinding). The port may be another one: `ssh -L` forwards it, and pages
 * of other ports are told apart by their `Origin`.
 */
export function isOwnHost(host: string | undefined): host is string {
  return host !== undefined && ownHost.test(host);
}

/**
 * True when a request has exactly one `Host` (RFC 9112, 3.2: any other number of them is answered with 400). Node keeps
 * the first and forgets the rest.
 *
 * @param rawHeaders - names and values in turn, as `IncomingMessage.rawHeaders` has them
 */
export function hasOneHost(rawHeaders: readonly string[]): boolean {
  return rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'host').length === 1;
}

function opensThePage({ method, target, headers }: RequestFacts): boolean {
  const [path] = (target ?? '').split('?', 1);
  return (
    method === 'GET' &&
    path === '/' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  );
}

/**
 * Whether a request comes from a page of this host, or from a person who opens it: by `Host`, by `Origin`, which has to
 * be there when something is sent, and by `Sec-Fetch-Site` (Fetch Metadata Request Headers) where the browser tells it.
 * Another site may do one thing: link to the page.
 */
export function isOwnRequest(request: RequestFacts): boolean {
  const { method, target, headers } = request;
  const { host, origin } = headers;
  if (!isOwnHost(host) || !target?.startsWith('/')) return false;
  if (origin === undefined ? method !== 'GET' : origin !== `http://${host}`) return false;
  switch (headers['sec-fetch-site']) {
    case undefined:
    case 'same-origin':
      return true;
    case 'none':
      return method === 'GET';
    default:
      return opensThePage(request);
  }
}
