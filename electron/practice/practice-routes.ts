import { Hono } from 'hono';
import { adminPrefix, adminRoutes } from './admin-routes.ts';
import { answerRefusal } from './answer.ts';
import { addApis } from './api/api-routes.ts';
import { type DeliveryFault, deliver } from './delivery.ts';
import type { AnswerFault } from './faults.ts';
import { logExchange as log } from './log-exchange.ts';
import { isLoopbackHost } from './loopback-host.ts';
import type { PracticeContext, PracticeEnv } from './practice-env.ts';
import type { PracticeState } from './practice-state.ts';
import { refuseCall, refuseToken } from './refusal.ts';
import { readRequestBody } from './request-body.ts';
import { logIdHeader, stampDate } from './stamp.ts';
import { answerStandIn, isStandIn } from './standing-in.ts';
import { addTokenEndpoint, tokenPathPrefix } from './token/token-endpoint.ts';

/** All paths of practice Coze, with what holds for every one of them around it. */
export function practiceRoutes(state: PracticeState): Hono<PracticeEnv> {
  const routes = new Hono<PracticeEnv>();
  routes.use(async (c, next) => {
    c.set('logId', String(c.env.outgoing.getHeader(logIdHeader)));
    const began = state.clock.now();
    const fault = await answer(c, state, next);
    if (isAdmin(c)) return;
    await log(c, state, fault, began);
    if (fault !== null && !isStandIn(fault)) await send(c, state, fault);
  });
  routes.use(async (c, next) => {
    const body = await readRequestBody(c.env.incoming);
    if (body === 'too-large') return refuseLength(c);
    c.set('body', body);
    return next();
  });
  routes.route(adminPrefix, adminRoutes(state));
  addTokenEndpoint(routes, state);
  addApis(routes, state);
  routes.notFound((c) =>
    answerRefusal(
      c,
      refuseCall(4200, `Practice Coze has no ${c.req.method} ${c.req.path.slice(0, 200)}`, {
        status: 404,
        undocumented: ['status', 'code', 'message'],
      }),
    ),
  );
  routes.onError((error, c) =>
    answerRefusal(
      c,
      refuseCall(5000, `Practice Coze failed: ${error.name}`, {
        status: 500,
        undocumented: ['status', 'message'],
      }),
    ),
  );
  return routes;
}

const isAdmin = (c: PracticeContext) => c.req.path.startsWith(adminPrefix);

/** Puts the answer into `c.res` and tells the fault that it suffers. */
async function answer(
  c: PracticeContext,
  state: PracticeState,
  next: () => Promise<void>,
): Promise<AnswerFault | null> {
  if (!isLoopbackHost(c.req.header('host'))) {
    c.res = answerRefusal(
      c,
      refuseCall(4000, 'Host must be a loopback name', {
        status: 403,
        undocumented: ['status', 'code', 'message'],
        seen: c.req.header('host'),
      }),
    );
    return null;
  }
  const fault = isAdmin(c) ? null : state.faults.takeNext();
  if (fault !== null && isStandIn(fault)) c.res = answerStandIn(c, fault);
  else await next();
  return fault;
}

async function send(c: PracticeContext, state: PracticeState, fault: DeliveryFault): Promise<void> {
  const sent = await deliver(c, c.res, fault);
  c.res = undefined;
  c.res = sent;
  if (fault.kind === 'delay') stampDate(c.env.outgoing, state);
}

function refuseLength(c: PracticeContext): Response {
  const undocumented = ['status', 'code', 'message'] as const;
  const refusal = c.req.path.startsWith(tokenPathPrefix)
    ? { ...refuseToken('invalid_request', 'invalid request: body', { undocumented }), status: 413 }
    : refuseCall(4000, 'The body is larger than 1 MiB', { status: 413, undocumented });
  const answer = answerRefusal(c, refusal);
  answer.headers.set('connection', 'close');
  return answer;
}
