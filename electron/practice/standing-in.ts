import { answerRefusal } from './answer.ts';
import type { AnswerFault } from './faults.ts';
import type { PracticeContext } from './practice-env.ts';
import { refuseCall, refuseToken } from './refusal.ts';
import { tokenPathPrefix } from './token/token-endpoint.ts';

/** The faults that take the place of an answer: the request is not carried out. */
export type StandIn = Extract<AnswerFault, { readonly kind: 'server-error' | 'html' | 'rate-limited' }>;

export function isStandIn(fault: AnswerFault): fault is StandIn {
  return fault.kind === 'server-error' || fault.kind === 'html' || fault.kind === 'rate-limited';
}

const page = `<!doctype html>
<html lang="en"><head><title>Welcome</title></head><body><h1>Please sign in to this network</h1></body></html>
`;

/** Answers in place of the endpoint: a server error, a page as a hotel's network shows it, or a rate limit. */
export function answerStandIn(c: PracticeContext, fault: StandIn): Response {
  switch (fault.kind) {
    case 'html':
      return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
    case 'server-error':
      return answerRefusal(
        c,
        c.req.path.startsWith(tokenPathPrefix)
          ? refuseToken('internal_error', 'Service internal error.')
          : refuseCall(5000, 'Server internal error', { status: 500, undocumented: ['status', 'message'] }),
      );
    case 'rate-limited': {
      const refusal = refuseCall(4020, 'Too many requests', {
        status: 429,
        undocumented: ['status', 'message'],
      });
      const answer = answerRefusal(c, refusal);
      answer.headers.set('retry-after', '1');
      return answer;
    }
  }
}
