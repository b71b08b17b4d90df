import { assertNever } from '../../shared/assert-never.ts';
import { tokenPath } from '../../shared/coze/token-request.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { TokenSource } from '../../shared/token-source.ts';
import type { RunPlan } from '../console/run-plan.ts';
import type { TokenOwner } from '../tokens/token-store.ts';
import type { EngineContext } from './context.ts';
import { givenToken, tokenInForce } from './given-token.ts';
import { tokenAfterRefusal, tokenForCall } from './token-for-call.ts';

/** Where a request goes, in whose name, and with which token: never to another region than the token's own. */
export interface RunSender extends Pick<RunPlan, 'appName' | 'token' | 'renewedToken'> {
  readonly api: string;
}

async function senderOfApp(context: EngineContext, appId: string): Promise<RunSender> {
  const app = context.profile.app(appId);
  const { api } = await context.practice.hostsOf(app);
  const owner = { appId, api, clientId: app.clientId, tokenPath: tokenPath(app.variant) };
  return {
    api,
    appName: app.name,
    token: (signal) => tokenForCall(context, app, owner, signal),
    renewedToken: (tokenId, signal) => tokenAfterRefusal(context, tokenId, owner, signal, true),
  };
}

async function senderOfToken(context: EngineContext, tokenId: string): Promise<RunSender> {
  const { view, api, clientId, tokenPath: path } = tokenInForce(context, tokenId);
  const { appId, appName } = view;
  const owner: TokenOwner | null = appId === null ? null : { appId, api, clientId, tokenPath: path };
  return {
    api,
    appName,
    token: async (signal) => {
      const held = await givenToken(context, tokenId, signal);
      if (held.api !== api) throw new ProblemError('token/app-changed', { remedies: ['retry'] });
      return { tokenId: held.view.id, text: held.text, minted: false };
    },
    ...(owner === null
      ? {}
      : { renewedToken: (id, signal) => tokenAfterRefusal(context, id, owner, signal) }),
  };
}

async function nameless(context: EngineContext, appId: string): Promise<RunSender> {
  const app = context.profile.app(appId);
  const { api } = await context.practice.hostsOf(app);
  return { api, appName: app.name, token: async () => null };
}

/** @throws ProblemError `app/not-found`, `token/not-found`, and what finding the region's hosts throws */
export function runSender(context: EngineContext, source: TokenSource): Promise<RunSender> {
  switch (source.kind) {
    case 'app':
      return senderOfApp(context, source.appId);
    case 'token':
      return senderOfToken(context, source.tokenId);
    case 'none':
      return nameless(context, source.appId);
    default:
      return assertNever(source);
  }
}
