import type { BridgeEvent, CallName, EventPayload, Reply } from '../../shared/bridge.ts';
import { bridgeChannels } from '../../shared/bridge-channels.ts';
import type { LaunchedApp } from './launch.ts';

/** Answers a call in place of the main process, again and again, so that nothing is sent anywhere; null ends that. */
export function standIn({ app }: LaunchedApp, name: CallName, reply: Reply | null): Promise<void> {
  return app.evaluate(
    (_, stood) => {
      const { standIns } = globalThis as unknown as { standIns: Map<string, unknown> };
      standIns.set(stood.name, stood.reply);
    },
    { name, reply },
  );
}

/** What the page has asked for under this name so far: the inputs in their order. */
export async function askedFor(run: LaunchedApp, name: CallName): Promise<readonly unknown[]> {
  const prefix = `${bridgeChannels.call} `;
  const calls = (await run.crossed('in'))
    .filter((text) => text.startsWith(prefix))
    .map((text) => JSON.parse(text.slice(prefix.length)) as readonly unknown[]);
  return calls.filter((call) => call[1] === name).map((call) => call[2]);
}

/** Tells every window something in place of the main process. */
export function tell(
  { app }: LaunchedApp,
  name: BridgeEvent['name'],
  payload: EventPayload<typeof name>,
): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, { channel, event }) => {
      for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send(channel, event);
    },
    { channel: bridgeChannels.event, event: { name, payload } },
  );
}
