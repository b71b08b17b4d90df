import { Hono, type MiddlewareHandler } from 'hono';
import { adminPrefix, adminRoutes } from './admin-routes.ts';
import { answerRefusal } from './answer.ts';
import { addApis, fileEndpoints } from './api/api-routes.ts';
import { addNotPlayed } from './api/not-played.ts';
import { type DeliveryFault, deliver } from './delivery.ts';
import { type AnswerFault, isStreamFault } from './faults.ts';
import { logExchange as log } from './log-exchange.ts';
import { isLoopbackHost } from './loopback-host.ts';
import type { PracticeContext, PracticeEnv } from './practice-env.ts';
import type { PracticeState } from './practice-state.ts';
import { refuseCall, refuseToken } from './refusal.ts';
import { bodyLimitBytes, readRequestBody, uploadLimitBytes } from './request-body.ts';
import { logIdHeader, stampDate } from './stamp.ts';
import { answerStandIn, isStandIn } from './standing-in.ts';
import { openEvents } from './stream-delivery.ts';
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
    if (fault !== null && happensOnTheWay(c, fault)) await send(c, state, fault);
  });
  for (const { method, path } of fileEndpoints) routes.on(method, path, readBody(uploadLimitBytes));
  routes.use(readBody(bodyLimitBytes));
  routes.route(adminPrefix, adminRoutes(state));
  addTokenEndpoint(routes, state);
  addApis(routes, state);
  addNotPlayed(routes);
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

/** Reads the body, unless it was read already. */
function readBody(limit: number): MiddlewareHandler<PracticeEnv> {
  return async (c, next) => {
    if (c.get('body') !== undefined) return next();
    const body = await readRequestBody(c.env.incoming, limit);
    if (body === 'too-large') return refuseLength(c, limit);
    c.set('body', body);
    return next();
  };
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
  const events = c.get('events');
  if (events === undefined) return fault;
  const streamFault = state.faults.takeNextOfStreams() ?? fault;
  const opened = openEvents(c, state, events, streamFault);
  c.res = undefined;
  c.res = opened;
  return streamFault;
}

/** A stream of events is cut and dripped by itself, between and within its events. */
function happensOnTheWay(c: PracticeContext, fault: AnswerFault): fault is DeliveryFault {
  if (isStandIn(fault) || isStreamFault(fault)) return false;
  return c.get('events') === undefined || fault.kind === 'delay' || fault.kind === 'drop';
}

async function send(c: PracticeContext, state: PracticeState, fault: DeliveryFault): Promise<void> {
  const sent = await deliver(c, c.res, fault);
  c.res = undefined;
  c.res = sent;
  if (fault.kind === 'delay') stampDate(c.env.outgoing, state);
}

function refuseLength(c: PracticeContext, limit: number): Response {
  const undocumented = ['status', 'code', 'message'] as const;
  const refusal = c.req.path.startsWith(tokenPathPrefix)
    ? { ...refuseToken('invalid_request', 'invalid request: body', { undocumented }), status: 413 }
    : refuseCall(4000, `The body is larger than ${limit / 1_048_576} MiB`, { status: 413, undocumented });
  const answer = answerRefusal(c, refusal);
  answer.headers.set('connection', 'close');
  return answer;
}
