import type { Handlers, ParsedInput } from '../../shared/bridge.ts';
import { defaultMintOptions } from '../../shared/coze/app.ts';
import { hostsOfRegion, regionFromBaseUrl } from '../../shared/coze/region.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Demand } from '../tokens/mint-flights.ts';
import { readPastedToken } from '../tokens/read-pasted-token.ts';
import type { EngineContext } from './context.ts';
import { exchangeForApp } from './exchange-for-app.ts';
import { mintForApp } from './mint-for-app.ts';
import { flightKey, renewToken } from './renew-token.ts';
import { tokenText } from './token-text.ts';

type TokenCalls = Pick<
  Handlers,
  | 'tokens.mint'
  | 'tokens.exchange'
  | 'tokens.renew'
  | 'tokens.setAutoRenew'
  | 'tokens.hold'
  | 'tokens.forget'
  | 'tokens.forgetMany'
  | 'tokens.forgetAll'
  | 'tokens.copy'
  | 'tokens.textToCopy'
  | 'tokens.reveal'
  | 'tokens.assertion'
>;

/** Minting, and what can be done with the tokens of this run. */
export function tokenHandlers(context: EngineContext): TokenCalls {
  const { profile, tokens, clipboard, clock, flights, undo } = context;

  async function hold(input: ParsedInput<'tokens.hold'>): Promise<AccessToken> {
    const text = readPastedToken(input.text);
    const region = input.region.kind === 'custom' ? regionFromBaseUrl(input.region.baseUrl) : input.region;
    const practiceUrl = region.kind === 'practice' ? (await context.practice.use()).url : null;
    const { api } = hostsOfRegion(region, practiceUrl);
    const before = tokens.all().find((token) => token.text === text && token.api === api);
    if (before !== undefined) return before.view;
    const fields = {
      id: context.newId(),
      source: 'pasted' as const,
      appId: null,
      appName: input.name,
      region,
      options: defaultMintOptions,
      mintedAt: Math.round(clock.now()),
      expiresAt: input.expiresAt,
      clockOffsetMs: context.serverClock.offsetOf(api) ?? 0,
      logId: null,
      autoRenew: false,
    };
    return tokens.add(fields, { text, assertion: null, api, clientId: '', tokenPath: '' });
  }

  return {
    'tokens.mint': async ({ appId, options }, { signal }) => {
      const app = profile.app(appId);
      const mint = (own: AbortSignal, demand: Demand) => mintForApp(context, app, options, own, { demand });
      return flights.start(flightKey(app, options), mint, signal);
    },
    'tokens.exchange': async ({ appId, ...request }, { signal }) =>
      exchangeForApp(context, profile.app(appId), request, signal),
    'tokens.renew': async ({ tokenId }, { signal }) => renewToken(context, tokenId, signal),
    'tokens.setAutoRenew': async ({ tokenId, autoRenew }) => {
      const { view } = tokens.get(tokenId);
      if (autoRenew && view.source === 'pasted') throw new ProblemError('token/cannot-renew');
      context.renewals.reset(tokenId);
      tokens.setAutoRenew(tokenId, autoRenew);
      return tokens.get(tokenId).view;
    },
    'tokens.hold': hold,
    'tokens.forget': async ({ tokenId }) => {
      const token = tokens.find(tokenId);
      tokens.forget(tokenId);
      return undo.offer(async () => {
        if (token !== null) tokens.putBack(token);
      });
    },
    'tokens.forgetMany': async ({ tokenIds }) => {
      const gone = new Set(tokenIds);
      return { count: tokens.forgetWhere(({ view }) => gone.has(view.id)) };
    },
    'tokens.forgetAll': async () => ({ count: tokens.forgetWhere(() => true) }),
    'tokens.copy': async ({ tokenId, form }) => {
      const { text, api } = tokens.get(tokenId);
      await clipboard.copy(tokenText(form, text, api), profile.get().settings.clipboardSeconds);
      tokens.touch(tokenId, clock.now());
      return null;
    },
    'tokens.textToCopy': async ({ tokenId, form }) => {
      if (!context.host.info.copiesInPage) {
        throw new ProblemError('input/invalid', { params: { name: 'tokens.textToCopy', path: '' } });
      }
      const { text, api } = tokens.get(tokenId);
      tokens.touch(tokenId, clock.now());
      const { clipboardSeconds } = profile.get().settings;
      return { text: tokenText(form, text, api), clearAfterSeconds: clipboardSeconds };
    },
    'tokens.reveal': async ({ tokenId }) => {
      const { text } = tokens.get(tokenId);
      tokens.touch(tokenId, clock.now());
      return { text };
    },
    'tokens.assertion': async ({ tokenId }) => {
      const { assertion } = tokens.get(tokenId);
      if (assertion === null) throw new ProblemError('token/no-assertion');
      return { jwt: assertion };
    },
  };
}
