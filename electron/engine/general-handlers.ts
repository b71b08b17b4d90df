import type { Handlers } from '../../shared/bridge.ts';
import { oneAtATime } from '../keys/one-at-a-time.ts';
import type { EngineContext } from './context.ts';
import { checkExternalLink } from './external-links.ts';
import { checkNetwork } from './network-handlers.ts';

type GeneralCalls = Pick<
  Handlers,
  | 'app.snapshot'
  | 'app.openExternal'
  | 'app.copyText'
  | 'notices.act'
  | 'settings.change'
  | 'keychain.check'
  | 'undo.run'
>;

/** The first picture of everything, links, plain copies, settings, and taking a delete back. */
export function generalHandlers(context: EngineContext): GeneralCalls {
  const { host, profile, tokens, activity, halves, keychain, practice, undo, serverClock, keeper } = context;
  const inTurn = oneAtATime();

  const changeSettings: Handlers['settings.change'] = async (changes) => {
    if (changes.network !== undefined) checkNetwork(changes.network);
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const { keepTokens } = profile.get().settings;
    if (changes.keepTokens === true && !keepTokens) await keeper.turnOn();
    await profile.update((now) => ({
      ...now,
      settings: { ...now.settings, ...Object.fromEntries(given) },
    }));
    if (changes.keepTokens === false && keepTokens) await keeper.turnOff();
    return profile.get().settings;
  };

  return {
    'app.snapshot': async () => ({
      host: host.info,
      profile: profile.get(),
      tokens: tokens.views(),
      activity: activity.entries(),
      clocks: serverClock.clocks(),
      keptTokens: keeper.state(),
      keychain: keychain.state(),
      practice: practice.status(),
      profileSetAside: context.profileSetAside,
    }),
    'app.openExternal': async ({ url }) => {
      await host.openExternal(checkExternalLink(url));
      return null;
    },
    'notices.act': async ({ id, actionId }) => {
      host.actOnNotice?.(id, actionId);
      return null;
    },
    'app.copyText': async ({ text }) => {
      await host.writeClipboard(text);
      return null;
    },
    // Keeping tokens waits for the keychain: the last choice counts, not the one that took longest.
    'settings.change': (changes, context) =>
      changes.keepTokens === undefined
        ? changeSettings(changes, context)
        : inTurn('keepTokens', () => changeSettings(changes, context)),
    'keychain.check': () => halves.probe(),
    'undo.run': async ({ undoId }) => {
      await undo.run(undoId);
      return null;
    },
  };
}
