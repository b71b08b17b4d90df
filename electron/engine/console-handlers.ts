import type { Handlers } from '../../shared/bridge.ts';
import { tokenPath } from '../../shared/coze/token-request.ts';
import { sendRequest } from '../console/send-request.ts';
import type { EngineContext } from './context.ts';
import { tokenAfterRefusal, tokenForCall } from './token-for-call.ts';

/** Requests to Coze's API with a token of the chosen app, minted when none lives, renewed when it is refused. */
export function consoleHandlers(context: EngineContext): Pick<Handlers, 'console.send'> {
  const { profile, tokens, practice } = context;
  return {
    'console.send': async (request, { signal }) => {
      const app = profile.app(request.appId);
      const { api } = await practice.hostsOf(app);
      const { clientId, variant } = app;
      const owner = { appId: app.id, api, clientId, tokenPath: tokenPath(variant) };
      return sendRequest(
        { ...context, record: context.activity.add, countUse: tokens.countUse },
        {
          request,
          api,
          appName: app.name,
          token: () => tokenForCall(context, app, owner, signal),
          renewedToken: (tokenId) => tokenAfterRefusal(context, tokenId, owner, signal),
          signal,
        },
      );
    },
  };
}
