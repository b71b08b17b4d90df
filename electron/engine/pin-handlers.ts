import type { Handlers } from '../../shared/bridge.ts';
import type { Problem, Remedy } from '../../shared/problem.ts';
import type { EngineContext } from './context.ts';

/** What is damaged stays so, however often it is read. */
function remediesOf({ code }: Problem): readonly Remedy[] {
  return code === 'keychain/corrupt' ? [] : ['retry'];
}

/** Pinned tokens that survive the end of the app: in the keychain, and nowhere else. */
export function pinHandlers({
  pins,
  keychain,
}: Pick<EngineContext, 'pins' | 'keychain'>): Pick<Handlers, 'pins.kept' | 'pins.keep'> {
  return {
    'pins.kept': async () => [...(await keychain.during(pins.read(), remediesOf))],
    'pins.keep': async (given) => {
      await keychain.during(pins.write(given.pins), remediesOf);
      return null;
    },
  };
}
