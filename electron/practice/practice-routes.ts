import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { adminPrefix, adminRoutes } from './admin-routes.ts';
import { answerRefusal } from './answer.ts';
import { addApis } from './api/api-routes.ts';
import { type DeliveryFault, deliver } from './delivery.ts';
import type { AnswerFault } from './faults.ts';
import { makeLogId } from './log-id.ts';
import { isLoopbackHost } from './loopback-host.ts';
import type { PracticeContext, PracticeEnv } from './practice-env.ts';
import type { PracticeState } from './practice-state.ts';
import { refuseCall, refuseToken } from './refusal.ts';
import { answerStandIn, isStandIn } from './standing-in.ts';
import { addTokenEndpoint, tokenPathPrefix } from './token/token-endpoint.ts';

/** The largest body that is read, in bytes. */
export const bodyLimitBytes = 1_048_576;

/** All paths of practice Coze, with what holds for every one of them around it. */
export function practiceRoutes(state: PracticeState): Hono<PracticeEnv> {
  const routes = new Hono<PracticeEnv>();
  routes.use(async (c, next) => {
    const logId = makeLogId(state.now(), state.randomBytes);
    c.set('logId', logId);
    const fault = await answer(c, state, next);
    c.header('x-tt-logid', logId);
    c.header('date', new Date(state.now()).toUTCString());
    if (isAdmin(c)) return;
    log(c, state, fault);
    if (fault !== null && !isStandIn(fault)) await send(c, state, fault);
  });
  routes.use(bodyLimit({ maxSize: bodyLimitBytes, onError: refuseLength }));
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

function log(c: PracticeContext, state: PracticeState, fault: AnswerFault | null): void {
  state.log.add({
    at: state.now(),
    logId: c.get('logId'),
    method: c.req.method,
    path: c.req.path,
    checks: c.get('checks')?.results() ?? [],
    refusal: c.get('refusal') ?? null,
    status: c.res.status,
    fault: fault?.kind ?? null,
  });
}

async function send(c: PracticeContext, state: PracticeState, fault: DeliveryFault): Promise<void> {
  const sent = await deliver(c, c.res, fault);
  c.res = undefined;
  c.res = sent;
  if (fault.kind === 'delay') c.header('date', new Date(state.now()).toUTCString());
}

function refuseLength(c: PracticeContext): Response {
  const undocumented = ['status', 'code', 'message'] as const;
  const refusal = c.req.path.startsWith(tokenPathPrefix)
    ? { ...refuseToken('invalid_request', 'invalid request: body', { undocumented }), status: 413 }
    : refuseCall(4000, 'The body is larger than 1 MiB', { status: 413, undocumented });
  return answerRefusal(c, refusal);
}
