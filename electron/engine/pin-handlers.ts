import type { Handlers } from '../../shared/bridge.ts';
import type { EngineContext } from './context.ts';

/** Pinned tokens that survive the end of the app: in the keychain, and nowhere else. */
export function pinHandlers({
  pins,
  keychain,
}: Pick<EngineContext, 'pins' | 'keychain'>): Pick<Handlers, 'pins.kept' | 'pins.keep'> {
  return {
    'pins.kept': async () => [...(await keychain.during(pins.read()))],
    'pins.keep': async (given) => {
      await keychain.during(pins.write(given.pins));
      return null;
    },
  };
}
