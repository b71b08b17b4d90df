import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import type { StatusCode } from 'hono/utils/http-status';
import type { Reply } from '../../shared/bridge.ts';
import type { ConsoleFile } from '../../shared/console-run.ts';
import {
  type LinkAnswer,
  loopbackPaths,
  pageIdHeader,
  pageKeyHeader,
  type SessionAnswer,
  seenHeader,
  uploadType,
} from '../../shared/loopback.ts';
import { toProblem } from '../../shared/problem.ts';
import type { Dispatch } from '../bridge-dispatch.ts';
import type { OpenBody } from '../console/open-body.ts';
import { answerWithBody } from '../screens/answer-body.ts';
import { answerFromFolder } from '../screens/answer-from-folder.ts';
import type { BrowserSession, BrowserSessions } from './browser-sessions.ts';
import { hasOneHost, isOwnRequest } from './is-own-request.ts';
import type { OneTimeLinks } from './one-time-links.ts';
import type { Page } from './page.ts';
import { readJsonBody } from './read-json-body.ts';

export interface LoopbackContext {
  /** The folder of the built screens. */
  readonly screens: string;
  readonly sessions: BrowserSessions;
  readonly links: OneTimeLinks;
  readonly dispatch: Dispatch;
  readonly openBody: OpenBody;
  /** Makes a file known to the console that the page sends. */
  readonly addUpload: (name: string, chunks: AsyncIterable<Uint8Array>) => Promise<ConsoleFile>;
  /** Cookies do not keep ports apart, so their names do. */
  readonly cookieName: () => string;
  /** The link that carries this secret. */
  readonly linkTo: (host: string, secret: string) => string;
  readonly newPage: (session: BrowserSession, id: string) => Page;
  /** The connection of a request that showed a session. */
  readonly trust: (c: LoopbackRequest) => void;
  /** A page was opened by a browser that wants these languages (`Accept-Language`). */
  readonly onPage: (languages: string) => void;
  /** A link was used up. */
  readonly onBrowser: () => void;
}

interface Env {
  readonly Bindings: HttpBindings;
}
export type LoopbackRequest = Context<Env>;

const smallBody = 4096;
/** The longest input of the contract, with every character of it escaped. */
const largestCall = 16 * 1024 * 1024;
/** Each page holds one connection, and browsers have six for a host. */
const mostPages = 5;
/** Calls of one page that are not answered yet. */
const mostCalls = 256;

const pageIdForm = /^[A-Za-z0-9-]{16,64}$/;

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function callIdOf(value: unknown): number | null {
  const callId = memberOf(value, 'callId');
  return typeof callId === 'number' && Number.isSafeInteger(callId) ? callId : null;
}

function refuse(status: StatusCode, ends = false): Response {
  return new Response(null, { status, headers: ends ? { connection: 'close' } : {} });
}

const seenBy = (c: LoopbackRequest) => c.req.header(seenHeader) ?? '';

/** All paths of the loopback host, with what holds for every one of them around it. */
export function loopbackRoutes(context: LoopbackContext): Hono<Env> {
  const { sessions, links } = context;
  const routes = new Hono<Env>();
  const inFlight = new WeakMap<Page, number>();

  function sessionOf(c: LoopbackRequest): BrowserSession | null {
    const cookie = getCookie(c, context.cookieName()) ?? null;
    const session = sessions.find(cookie, c.req.header(pageKeyHeader) ?? null);
    if (session !== null) context.trust(c);
    return session;
  }

  function pageOf(c: LoopbackRequest, session: BrowserSession): Page | null {
    const page = session.pages.get(c.req.header(pageIdHeader) ?? '') ?? null;
    page?.acknowledge(seenBy(c));
    return page;
  }

  /** Runs `work` for a request that shows a session and a page of it. */
  async function withPage(c: LoopbackRequest, work: (page: Page) => Promise<Response> | Response) {
    const session = sessionOf(c);
    if (session === null) return refuse(401, true);
    const page = pageOf(c, session);
    return page === null ? refuse(409) : work(page);
  }

  async function bodyOf(c: LoopbackRequest, limitBytes: number) {
    const body = await readJsonBody(c.env.incoming, limitBytes);
    return body.kind === 'json' ? body : { kind: 'refused' as const, answer: refuse(body.status, true) };
  }

  function run(page: Page, callId: number, name: string, input: unknown): void {
    const windowGone = page.calls.gone();
    inFlight.set(page, (inFlight.get(page) ?? 0) + 1);
    const work = page.calls.run(callId, (signal) => context.dispatch(name, input, { signal, windowGone }));
    void work
      .then((reply) => page.answer(callId, reply))
      .finally(() => inFlight.set(page, (inFlight.get(page) ?? 1) - 1));
  }

  routes.use(async (c, next) => {
    const { method, url, headers, rawHeaders } = c.env.incoming;
    if (!hasOneHost(rawHeaders)) return refuse(400, true);
    if (!isOwnRequest({ method, target: url, headers })) return refuse(403, true);
    await next();
    if (!c.env.outgoing.headersSent) {
      c.res.headers.set('Cache-Control', 'no-store');
      c.res.headers.set('X-Content-Type-Options', 'nosniff');
      c.res.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    }
    return undefined;
  });

  routes.post(loopbackPaths.session, async (c) => {
    const body = await bodyOf(c, smallBody);
    if (body.kind === 'refused') return body.answer;
    const secret = memberOf(body.value, 'secret');
    if (typeof secret !== 'string' || !links.redeem(secret)) return refuse(401, true);
    context.onBrowser();
    context.trust(c);
    const known = sessionOf(c) === null ? null : c.req.header(pageKeyHeader);
    if (known != null) return c.json<SessionAnswer>({ pageKey: known });
    const { cookie, pageKey } = sessions.open();
    const attributes = 'Path=/; HttpOnly; SameSite=Strict';
    c.header('Set-Cookie', `${context.cookieName()}=${cookie}; ${attributes}`);
    return c.json<SessionAnswer>({ pageKey });
  });

  routes.get(loopbackPaths.events, (c) => {
    const session = sessionOf(c);
    if (session === null) return refuse(401, true);
    const id = c.req.header(pageIdHeader) ?? '';
    if (!pageIdForm.test(id)) return refuse(400);
    const known = session.pages.get(id) ?? null;
    if (known === null && session.pages.size >= mostPages) {
      const [lost] = [...session.pages].find(([, page]) => !page.isAttached()) ?? [];
      if (lost === undefined) return refuse(429);
      session.pages.get(lost)?.end();
      session.pages.delete(lost);
    }
    if (known === null) context.onPage(c.req.header('accept-language') ?? '');
    const page = known ?? context.newPage(session, id);
    const { outgoing } = c.env;
    outgoing.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    page.attach(outgoing, seenBy(c));
    return RESPONSE_ALREADY_SENT;
  });

  routes.post(loopbackPaths.call, (c) =>
    withPage(c, async (page) => {
      const body = await bodyOf(c, largestCall);
      if (body.kind === 'refused') return body.answer;
      const callId = callIdOf(body.value);
      const name = memberOf(body.value, 'name');
      if (callId === null || typeof name !== 'string') return refuse(400);
      if ((inFlight.get(page) ?? 0) >= mostCalls) return refuse(429);
      if (page.accept(callId)) run(page, callId, name, memberOf(body.value, 'input'));
      return refuse(202);
    }),
  );

  routes.post(loopbackPaths.cancel, (c) =>
    withPage(c, async (page) => {
      const body = await bodyOf(c, smallBody);
      if (body.kind === 'refused') return body.answer;
      const callId = callIdOf(body.value);
      if (callId === null) return refuse(400);
      page.calls.cancel(callId);
      return refuse(204);
    }),
  );

  routes.post(loopbackPaths.file, (c) =>
    withPage(c, async () => {
      if (c.req.header('content-type') !== uploadType) return refuse(415, true);
      const name = c.req.query('name') ?? '';
      try {
        const value = await context.addUpload(name, c.env.incoming);
        return c.json<Reply>({ ok: true, value });
      } catch (thrown) {
        return c.json<Reply>({ ok: false, problem: toProblem(thrown) });
      }
    }),
  );

  // What plays audio and shows images sends no header of its own; the id of a body is as secret as the page's key.
  routes.get('/body/:id', (c) => {
    if (!sessions.has(getCookie(c, context.cookieName()) ?? null)) return refuse(401, true);
    context.trust(c);
    return answerWithBody(context.openBody, c.req.raw);
  });

  routes.post(loopbackPaths.seen, (c) => withPage(c, () => refuse(204)));

  routes.post(loopbackPaths.leave, (c) => {
    const session = sessionOf(c);
    if (session === null) return refuse(401, true);
    const id = c.req.header(pageIdHeader) ?? '';
    session.pages.get(id)?.end();
    session.pages.delete(id);
    return refuse(204);
  });

  routes.post(loopbackPaths.link, (c) => {
    if (sessionOf(c) === null) return refuse(401, true);
    return c.json<LinkAnswer>({ link: context.linkTo(c.req.header('host') ?? '', links.issue()) });
  });

  routes.all('/bridge/*', () => refuse(404));
  routes.all('*', (c) => answerFromFolder(context.screens, c.req.raw));
  routes.onError(() => refuse(500, true));
  return routes;
}
