import type { Handlers } from '../../shared/bridge.ts';
import type { EngineContext } from './context.ts';
import { exchangeForApp } from './exchange-for-app.ts';
import { mintForApp } from './mint-for-app.ts';
import { tokenText } from './token-text.ts';

type TokenCalls = Pick<
  Handlers,
  | 'tokens.mint'
  | 'tokens.exchange'
  | 'tokens.renew'
  | 'tokens.forget'
  | 'tokens.copy'
  | 'tokens.reveal'
  | 'tokens.assertion'
>;

/** Minting, and what can be done with the tokens of this run. */
export function tokenHandlers(context: EngineContext): TokenCalls {
  const { profile, tokens, clipboard } = context;
  return {
    'tokens.mint': async ({ appId, options }, { signal }) =>
      mintForApp(context, profile.app(appId), options, signal),
    'tokens.exchange': async ({ appId, ...request }, { signal }) =>
      exchangeForApp(context, profile.app(appId), request, signal),
    'tokens.renew': async ({ tokenId }, { signal }) => {
      const { view } = tokens.get(tokenId);
      return mintForApp(context, profile.app(view.appId), view.options, signal);
    },
    'tokens.forget': async ({ tokenId }) => {
      tokens.forget(tokenId);
      return null;
    },
    'tokens.copy': async ({ tokenId, form }) => {
      const { text, api } = tokens.get(tokenId);
      await clipboard.copy(tokenText(form, text, api), profile.get().settings.clipboardSeconds);
      return null;
    },
    'tokens.reveal': async ({ tokenId }) => ({ text: tokens.get(tokenId).text }),
    'tokens.assertion': async ({ tokenId }) => ({ jwt: tokens.get(tokenId).assertion }),
  };
}
