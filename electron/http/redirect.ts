import { ProblemError } from '../../shared/problem.ts';
import type { RequestBody } from './request-body.ts';

interface Redirectable {
  readonly method: string;
  readonly url: URL;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: RequestBody;
}

const maxRedirects = 5;
const redirectStatus = new Set([301, 302, 303, 307, 308]);

function becomesGet(status: number, method: string): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD';
  return (status === 301 || status === 302) && method === 'POST';
}

/**
 * The request to send after a redirect, or null when the answer is not one. The method and body change as in RFC 9110
 * §15.4. Another origin is never followed, since the request carries a credential.
 *
 * @throws ProblemError `http/redirected` (params from, to, reason: origin or too-many)
 */
export function followRedirect<Request extends Redirectable>(
  request: Request,
  answer: {
    readonly status: number;
    readonly location: string | null;
    readonly hops: number;
    readonly at?: number;
  },
): Request | null {
  if (!redirectStatus.has(answer.status) || answer.location === null) return null;
  const from = request.url.origin;
  if (!URL.canParse(answer.location, request.url.href)) return null;
  const target = new URL(answer.location, request.url.href);
  const refuse = (reason: string) =>
    new ProblemError('http/redirected', {
      params: { from, to: target.origin === 'null' ? target.protocol : target.origin, reason },
      remedies: reason === 'origin' ? ['edit-app'] : [],
      at: answer.at,
    });
  if (target.origin !== from || target.username !== '' || target.password !== '') throw refuse('origin');
  if (answer.hops >= maxRedirects) throw refuse('too-many');
  if (!becomesGet(answer.status, request.method)) return { ...request, url: target };
  const headers = request.headers.filter(([name]) => !/^content-/i.test(name));
  return { ...request, url: target, method: 'GET', headers, body: null };
}
