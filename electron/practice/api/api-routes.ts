import type { Hono } from 'hono';
import type { PracticeCheckId } from '../../../shared/practice-check.ts';
import { toEpochSeconds } from '../../../shared/time.ts';
import { maskToken } from '../../tokens/mask.ts';
import { answerEnvelope, answerRefusal } from '../answer.ts';
import { type CheckSheet, createCheckSheet } from '../check-sheet.ts';
import { whenClientGoes } from '../client-gone.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';
import type { PracticeContext, PracticeEnv } from '../practice-env.ts';
import type { PracticeState } from '../practice-state.ts';
import { quoteLongIntegers } from '../quote-long-integers.ts';
import { type ApiRefusal, RefusedError, refuseCall } from '../refusal.ts';
import type { IssuedToken } from '../token/token-store.ts';
import {
  type ApiAnswer,
  type ApiCall,
  type ApiEndpoint,
  type BodyMembers,
  isSpecialAnswer,
} from './api-endpoint.ts';
import { chatEndpoints } from './chats/chat-endpoints.ts';
import { conversationEndpoints } from './conversations/conversation-endpoints.ts';
import { feedbackEndpoints } from './conversations/feedback-endpoints.ts';
import { listMessages } from './conversations/list-messages.ts';
import { messageEndpoints } from './conversations/message-endpoints.ts';
import { refusePermission } from './permission.ts';
import { resourceEndpoints } from './resource-endpoints.ts';
import { currentUser } from './users.ts';

/** Everything that practice Coze plays, beside the token endpoint. */
export const apiEndpoints: readonly ApiEndpoint[] = [
  currentUser,
  ...conversationEndpoints,
  ...messageEndpoints,
  listMessages,
  ...feedbackEndpoints,
  ...chatEndpoints,
  ...resourceEndpoints,
];

/** The endpoints whose bodies may hold files. */
export const fileEndpoints = apiEndpoints.filter(({ takes }) => takes === 'multipart');

const tokenChecks: readonly PracticeCheckId[] = [
  'token-present',
  'token-well-formed',
  'token-known',
  'token-alive',
];

/** The APIs of practice Coze. Each request needs a living token that has the endpoint's permissions. */
export function addApis(routes: Hono<PracticeEnv>, state: PracticeState): void {
  for (const endpoint of apiEndpoints) {
    const methods = [endpoint.method, ...(endpoint.alsoBy === undefined ? [] : [endpoint.alsoBy])];
    routes.on(methods, endpoint.path, (c) => serve(c, state, endpoint));
  }
}

async function serve(c: PracticeContext, state: PracticeState, endpoint: ApiEndpoint): Promise<Response> {
  const content = contentKind(endpoint);
  const sheet = createCheckSheet([
    ...tokenChecks,
    'permission',
    ...(content === null ? [] : [content]),
    ...endpoint.checks,
  ]);
  c.set('checks', sheet);
  const body = content === 'body-json' ? readMembers(c.get('body') ?? noBody) : {};
  try {
    const token = requireToken(c, state, sheet);
    sheet.look('permission', {
      seen: token.scope?.permissions ?? '*',
      wanted: endpoint.permissions.join(' + ') || '—',
    });
    sheet.pass('permission', refusePermission(token.scope, endpoint.permissions, resourceOf(c, body ?? {})));
    const form = content === 'body-form' ? await readForm(c) : new FormData();
    if (content !== null) sheet.pass(content, body === null || form === null ? refuseContent(content) : null);
    const call: ApiCall = {
      state,
      token,
      sheet,
      origin: new URL(c.req.url).origin,
      query: (name) => c.req.query(name) || null,
      param: (name) => c.req.param(name) ?? '',
      body: body ?? {},
      form: form ?? new FormData(),
      signal: whenClientGoes(c),
    };
    return answerWith(c, await endpoint.answer(call));
  } catch (error) {
    if (error instanceof RefusedError) return answerRefusal(c, error.refusal);
    throw error;
  }
}

function requireToken(c: PracticeContext, state: PracticeState, sheet: CheckSheet): IssuedToken {
  const text = /^Bearer\s+(\S.*)$/is.exec(c.req.header('authorization') ?? '')?.[1]?.trim();
  const invalid = refuseCall(4100, 'authentication is invalid', { status: 401 });
  const masked = text === undefined ? undefined : `Bearer ${maskToken(text)}`;
  for (const name of ['token-present', 'token-well-formed']) {
    sheet.look(name, { seen: masked, wanted: 'Bearer <access_token>' });
  }
  const present = sheet.pass('token-present', text ?? invalid);
  sheet.pass(
    'token-well-formed',
    /^(czs|czu|pat|sat)_[\w-]+$/.test(present)
      ? null
      : refuseCall(700012006, 'access token invalid', { status: 401, undocumented: ['status'] }),
  );
  sheet.look('token-known', { seen: masked });
  const token = sheet.pass('token-known', state.tokens.find(present) ?? invalid);
  c.set('sender', { clientId: token.clientId, name: state.apps.nameOf(token.clientId) ?? token.clientId });
  const now = toEpochSeconds(state.now());
  sheet.look('token-alive', { seen: `expires_in ${token.expiresAt}`, wanted: `> ${now}` });
  return sheet.pass('token-alive', token.expiresAt > now ? token : invalid);
}

const noBody = new Uint8Array();

/** The check of the body; null when the endpoint has none. */
function contentKind({ method, takes }: ApiEndpoint): 'body-json' | 'body-form' | null {
  if (method === 'GET') return null;
  return takes === 'multipart' ? 'body-form' : 'body-json';
}

function refuseContent(content: 'body-json' | 'body-form'): ApiRefusal {
  const wanted = content === 'body-json' ? 'a JSON object' : 'multipart/form-data';
  return refuseCall(4000, `Request parameter error: the body must be ${wanted}`);
}

function answerWith(c: PracticeContext, answer: ApiAnswer): Response {
  if (!isSpecialAnswer(answer)) return answerEnvelope(c, answer);
  if (answer.answeredWith === 'bytes') {
    return new Response(answer.bytes, { headers: { 'content-type': answer.contentType } });
  }
  c.set('events', answer);
  return new Response(null);
}

/** The multipart body, or null when it is none. */
async function readForm(c: PracticeContext): Promise<FormData | null> {
  const headers = { 'content-type': c.req.header('content-type') ?? '' };
  try {
    return await new Response(c.get('body') ?? noBody, { headers }).formData();
  } catch {
    return null;
  }
}

function readMembers(bytes: Uint8Array): BodyMembers | null {
  if (bytes.length === 0) return {};
  const value = parseJsonBytes(bytes, quoteLongIntegers);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** What the request is about, for the text of a refusal. */
function resourceOf(c: PracticeContext, body: BodyMembers): string {
  for (const name of ['bot_id', 'workspace_id', 'space_id', 'conversation_id']) {
    const id = c.req.param(name) ?? c.req.query(name) ?? body[name];
    if (typeof id === 'string' && id !== '') return `${name}=${id.slice(0, 40)}`;
  }
  return c.req.path;
}
