import { assertNever } from '../../shared/assert-never.ts';
import type { Handlers } from '../../shared/bridge.ts';
import type { TokenSource } from '../../shared/console.ts';
import { tokenPath } from '../../shared/coze/token-request.ts';
import { type Call, sendRequest } from '../console/send-request.ts';
import type { EngineContext } from './context.ts';
import { givenToken } from './given-token.ts';
import { tokenAfterRefusal, tokenForCall } from './token-for-call.ts';

/** Where a request goes, in whose name, and with which token: never to another region than the token's own. */
type Sender = Omit<Call, 'request' | 'signal'>;

async function senderOfApp(context: EngineContext, appId: string, signal: AbortSignal): Promise<Sender> {
  const app = context.profile.app(appId);
  const { api } = await context.practice.hostsOf(app);
  const owner = { appId, api, clientId: app.clientId, tokenPath: tokenPath(app.variant) };
  return {
    api,
    appName: app.name,
    token: () => tokenForCall(context, app, owner, signal),
    renewedToken: (tokenId) => tokenAfterRefusal(context, tokenId, owner, signal, true),
  };
}

async function senderOfToken(context: EngineContext, tokenId: string, signal: AbortSignal): Promise<Sender> {
  const { view, text, api, ...owner } = await givenToken(context, tokenId, signal);
  const { appId } = view;
  const sender: Sender = {
    api,
    appName: view.appName,
    token: async () => ({ tokenId: view.id, text, minted: false }),
  };
  if (appId === null) return sender;
  const ownerOf = { appId, api, clientId: owner.clientId, tokenPath: owner.tokenPath };
  return { ...sender, renewedToken: (id) => tokenAfterRefusal(context, id, ownerOf, signal) };
}

async function nameless(context: EngineContext, appId: string): Promise<Sender> {
  const app = context.profile.app(appId);
  const { api } = await context.practice.hostsOf(app);
  return { api, appName: app.name, token: async () => null };
}

function senderOf(context: EngineContext, source: TokenSource, signal: AbortSignal): Promise<Sender> {
  switch (source.kind) {
    case 'app':
      return senderOfApp(context, source.appId, signal);
    case 'token':
      return senderOfToken(context, source.tokenId, signal);
    case 'none':
      return nameless(context, source.appId);
    default:
      return assertNever(source);
  }
}

/**
 * Requests to Coze's API: with a token of an app, minted when none lives; with one that was chosen; or with none. A minted
 * token that is refused is renewed, once.
 */
export function consoleHandlers(context: EngineContext): Pick<Handlers, 'console.send'> {
  return {
    'console.send': async (request, { signal }) =>
      sendRequest(
        { ...context, record: context.activity.add, countUse: context.tokens.countUse },
        { request, signal, ...(await senderOf(context, request.source, signal)) },
      ),
  };
}
