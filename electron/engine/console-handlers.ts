import type { Handlers } from '../../shared/bridge.ts';
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
      return sendRequest(
        { ...context, record: context.activity.add, countUse: tokens.countUse },
        {
          request,
          api,
          appName: app.name,
          token: () => tokenForCall(context, app, api, signal),
          renewedToken: (tokenId) => tokenAfterRefusal(context, tokenId, signal),
          signal,
        },
      );
    },
  };
}
