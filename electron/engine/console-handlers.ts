import type { Handlers } from '../../shared/bridge.ts';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { tokenPath } from '../../shared/coze/token-request.ts';
import { sendRequest, type TokenForCall } from '../console/send-request.ts';
import type { EngineContext } from './context.ts';
import { mintForApp } from './mint-for-app.ts';

/** Seconds that a token has to live on so that it is worth sending. */
const margin = 5;

/** Requests to Coze's API with a token of the chosen app, minted when none lives. */
export function consoleHandlers(context: EngineContext): Pick<Handlers, 'console.send'> {
  const { profile, tokens, clock, practice } = context;

  async function tokenFor(app: OAuthApp, api: string, signal: AbortSignal): Promise<TokenForCall> {
    const owner = { appId: app.id, api, clientId: app.clientId, tokenPath: tokenPath(app.variant) };
    const live = tokens.newestLive(owner, clock.now(), margin);
    if (live !== null) return { tokenId: live.view.id, text: live.text, minted: false };
    const { id } = await mintForApp(context, app, app.defaults, signal);
    return { tokenId: id, text: tokens.get(id).text, minted: true };
  }

  return {
    'console.send': async (request, { signal }) => {
      const app = profile.app(request.appId);
      const { api } = await practice.hostsOf(app);
      const services = { ...context, record: context.activity.add, countUse: tokens.countUse };
      const token = () => tokenFor(app, api, signal);
      return sendRequest(services, { request, api, appName: app.name, token, signal });
    },
  };
}
