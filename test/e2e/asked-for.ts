import type { CallName } from '../../shared/bridge.ts';
import { bridgeChannels } from '../../shared/bridge-channels.ts';
import type { LaunchedApp } from './launch.ts';

/** What the page has asked for under this name so far: the inputs in their order. */
export async function askedFor(run: LaunchedApp, name: CallName): Promise<readonly unknown[]> {
  const prefix = `${bridgeChannels.call} `;
  const calls = (await run.crossed('in'))
    .filter((text) => text.startsWith(prefix))
    .map((text) => JSON.parse(text.slice(prefix.length)) as readonly unknown[]);
  return calls.filter((call) => call[1] === name).map((call) => call[2]);
}
