import type { BridgeEvent, BridgePort, Reply } from '../../../shared/bridge.ts';
import { loopbackPaths } from '../../../shared/loopback.ts';
import type { Problem, ProblemCode } from '../../../shared/problem.ts';
import { useConnectionStore } from '../connection-store.ts';
import type { StreamMessage } from './read-stream.ts';
import { post, upload } from './request.ts';

export interface LoopbackPort extends BridgePort {
  /** To be told every message of the page's stream. */
  readonly hear: (message: StreamMessage) => void;
  /** Says an event that the host did not say. */
  readonly tell: (event: BridgeEvent) => void;
}

interface Pending {
  readonly settle: (reply: Reply) => void;
  /** False only while it is sure that the host has not got it. */
  mayRun: boolean;
  isCancelled: boolean;
  /** Sends it, unless it is being sent. */
  readonly send: () => void;
}

function failed(code: ProblemCode, params: Problem['params'] = {}): Reply {
  return { ok: false, problem: { code, params, remedies: [], server: null } };
}

/** Milliseconds after which a call that did not get through is sent again, while the stream is open. */
const resendMs = 500;

const isConnected = () => useConnectionStore.getState().connection.kind === 'connected';

/**
 * The bridge over HTTP. Replies and events come by one stream, in the order in which they happened, as they do in a
 * window. A call whose sending failed is sent again under the same id when the connection is back; the host runs it once.
 *
 * @param onFresh - called when the host takes this page for a new one, although it is not: what it runs is unknown then
 */
export function createLoopbackPort(onFresh: () => void): LoopbackPort {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(event: BridgeEvent) => void>();
  let isKnown = false;

  function settle(callId: number, reply: Reply): void {
    const call = pending.get(callId);
    pending.delete(callId);
    call?.settle(reply);
  }

  async function send(callId: number, name: string, input: unknown): Promise<void> {
    const call = pending.get(callId);
    if (call === undefined) return;
    const hadRun = call.mayRun;
    call.mayRun = true;
    const answer = await post(loopbackPaths.call, { body: { callId, name, input } });
    switch (answer?.status) {
      case undefined:
        setTimeout(() => isConnected() && pending.get(callId)?.send(), resendMs);
        return;
      case 202:
        if (call.isCancelled) cancel(callId);
        return;
      case 401:
        return;
      case 409:
        // The host does not know the page, so nothing of it runs; the stream will say so as well.
        call.mayRun = hadRun;
        return;
      case 413:
        return settle(callId, failed('input/invalid', { name, path: '' }));
      default:
        settle(callId, failed('internal', { name: `HTTP ${answer?.status}` }));
    }
  }

  function cancel(callId: number): void {
    void post(loopbackPaths.cancel, { body: { callId } });
  }

  function tell(event: BridgeEvent): void {
    for (const listener of [...listeners]) listener(event);
  }

  function hello(resumed: boolean): void {
    const isFresh = isKnown && !resumed;
    isKnown = true;
    for (const [callId, call] of [...pending]) {
      if (isFresh && call.mayRun) settle(callId, failed('cancelled'));
      else call.send();
    }
    if (isFresh) onFresh();
  }

  return {
    tell,
    hear: (message) => {
      switch (message.kind) {
        case 'hello':
          return hello(message.data.resumed);
        case 'event':
          return tell(message.data);
        case 'reply':
          return settle(message.data.callId, message.data.reply);
        case 'end':
          for (const callId of [...pending.keys()]) settle(callId, failed('cancelled'));
      }
    },
    call: (callId, name, input) =>
      new Promise((resolve) => {
        let isSending = false;
        const call: Pending = {
          settle: resolve,
          mayRun: false,
          isCancelled: false,
          send: () => {
            if (isSending) return;
            isSending = true;
            void send(callId, name, input).finally(() => {
              isSending = false;
            });
          },
        };
        pending.set(callId, call);
        if (isKnown && isConnected()) call.send();
      }),
    addFile: async (file) => {
      const answer = await upload(file);
      if (answer?.ok) return (await answer.json()) as Reply;
      return failed('http/reset', { host: window.location.host, phase: 'answer' });
    },
    cancel: (callId) => {
      const call = pending.get(callId);
      if (call === undefined) return;
      call.isCancelled = true;
      if (!call.mayRun) settle(callId, failed('cancelled'));
      else cancel(callId);
    },
    subscribe: (listener) => {
      const own = (event: BridgeEvent) => listener(event);
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
  };
}
