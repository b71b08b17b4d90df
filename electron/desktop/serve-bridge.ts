import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { BridgeEvent, CallContext, Reply } from '../../shared/bridge.ts';
import { bridgeChannels } from '../../shared/bridge-channels.ts';
import type { ConsoleFile } from '../../shared/console-run.ts';
import { ProblemError, toProblem } from '../../shared/problem.ts';
import type { Dispatch } from '../bridge-dispatch.ts';
import { type CallsInFlight, createCallsInFlight } from '../calls-in-flight.ts';
import { isTrustedSender } from './is-trusted-sender.ts';

export interface DesktopBridge {
  /** Lets a window call, and hear events, until it is gone. */
  readonly attach: (contents: WebContents) => void;
  /** Sends an event to every window. */
  readonly broadcast: (event: BridgeEvent) => void;
}

/** A script made the file, or it was pasted. */
function notOnDisk(): ProblemError {
  return new ProblemError('console/file-unreadable', { params: { name: '', reason: 'not-on-disk' } });
}

/** What stands behind the bridge. */
export interface Behind {
  readonly dispatch: Promise<Dispatch>;
  /** Makes a file known to the console. */
  readonly addPath: (path: string) => Promise<ConsoleFile>;
}

/**
 * The main process's end of the bridge: checks who calls, hands the call to `dispatch`, and cancels it when its page
 * goes. Calls that come before `dispatch` is ready wait for it.
 *
 * @param home - the URL of the app's page
 */
export function serveBridge(home: string, { dispatch, addPath }: Behind): DesktopBridge {
  const windows = new Map<WebContents, CallsInFlight>();

  function callsOf(event: IpcMainEvent | IpcMainInvokeEvent): CallsInFlight | null {
    const calls = windows.get(event.sender) ?? null;
    return isTrustedSender(event.senderFrame, calls !== null, home) ? calls : null;
  }

  async function answer(name: string, input: unknown, context: CallContext): Promise<Reply> {
    try {
      return await (await dispatch)(name, input, context);
    } catch (thrown) {
      return { ok: false, problem: toProblem(thrown) };
    }
  }

  ipcMain.handle(
    bridgeChannels.call,
    async (event, callId: unknown, name: unknown, input: unknown): Promise<Reply> => {
      const calls = callsOf(event);
      if (calls === null) throw new Error('refused: the sender is not a window of the app');
      if (typeof callId !== 'number' || !Number.isSafeInteger(callId) || typeof name !== 'string') {
        throw new TypeError('refused: not a call');
      }
      const windowGone = calls.gone();
      return calls.run(callId, (signal) => answer(name, input, { signal, windowGone }));
    },
  );

  ipcMain.handle(bridgeChannels.file, async (event, path: unknown): Promise<Reply> => {
    if (callsOf(event) === null) throw new Error('refused: the sender is not a window of the app');
    if (typeof path !== 'string') throw new TypeError('refused: not a file');
    try {
      if (path === '') throw notOnDisk();
      return { ok: true, value: await addPath(path) };
    } catch (thrown) {
      return { ok: false, problem: toProblem(thrown) };
    }
  });

  ipcMain.on(bridgeChannels.cancel, (event, callId: unknown) => {
    const calls = callsOf(event);
    if (typeof callId === 'number') calls?.cancel(callId);
  });

  return {
    attach: (contents) => {
      const calls = createCallsInFlight();
      windows.set(contents, calls);
      contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) calls.cancelAll();
      });
      contents.on('render-process-gone', () => calls.cancelAll());
      contents.once('destroyed', () => {
        windows.delete(contents);
        calls.cancelAll();
      });
    },
    broadcast: (event) => {
      for (const contents of windows.keys()) {
        if (!contents.isDestroyed() && isTrustedSender(contents.mainFrame, true, home)) {
          contents.send(bridgeChannels.event, event);
        }
      }
    },
  };
}
