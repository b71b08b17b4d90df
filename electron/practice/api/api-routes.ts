import type { Hono } from 'hono';
import { toEpochSeconds } from '../../../shared/time.ts';
import { maskToken } from '../../tokens/mask.ts';
import { answerEnvelope, answerRefusal } from '../answer.ts';
import { type CheckSheet, createCheckSheet } from '../check-sheet.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';
import type { PracticeContext, PracticeEnv } from '../practice-env.ts';
import type { PracticeState } from '../practice-state.ts';
import { RefusedError, refuseCall } from '../refusal.ts';
import type { IssuedToken } from '../token/token-store.ts';
import type { ApiEndpoint, BodyMembers } from './api-endpoint.ts';
import { getBot, getOnlineBot, listBots, listPublishedBots } from './bots.ts';
import { listChatMessages, retrieveChat, startChat } from './chat.ts';
import { createConversation } from './conversations.ts';
import { refusePermission } from './permission.ts';
import { currentUser } from './users.ts';

const endpoints: readonly ApiEndpoint[] = [
  currentUser,
  listBots,
  getBot,
  getOnlineBot,
  listPublishedBots,
  createConversation,
  startChat,
  retrieveChat,
  listChatMessages,
];

const tokenChecks = ['token-present', 'token-well-formed', 'token-known', 'token-alive'];

/** The APIs of practice Coze. Each request needs a living token that has the endpoint's permissions. */
export function addApis(routes: Hono<PracticeEnv>, state: PracticeState): void {
  for (const endpoint of endpoints) {
    routes.on(endpoint.method, endpoint.path, (c) => serve(c, state, endpoint));
  }
}

function serve(c: PracticeContext, state: PracticeState, endpoint: ApiEndpoint): Response {
  const bodyChecks = endpoint.method === 'POST' ? ['body-json'] : [];
  const sheet = createCheckSheet([...tokenChecks, 'permission', ...bodyChecks, ...endpoint.checks]);
  c.set('checks', sheet);
  const body = endpoint.method === 'POST' ? readBody(c.get('body')) : {};
  try {
    const token = requireToken(c, state, sheet);
    sheet.look('permission', {
      seen: token.scope?.permissions ?? '*',
      wanted: endpoint.permissions.join(' + ') || '—',
    });
    sheet.pass('permission', refusePermission(token.scope, endpoint.permissions, resourceOf(c, body ?? {})));
    if (body === null) {
      return sheet.fail(
        'body-json',
        refuseCall(4000, 'Request parameter error: the body must be a JSON object'),
      );
    }
    if (endpoint.method === 'POST') sheet.pass('body-json', null);
    const query = (name: string) => c.req.query(name) || null;
    const param = (name: string) => c.req.param(name) ?? '';
    return answerEnvelope(c, endpoint.answer({ state, token, sheet, query, param, body }));
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

function readBody(bytes: Uint8Array): BodyMembers | null {
  if (bytes.length === 0) return {};
  const value = parseJsonBytes(bytes);
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
