/** The calls of one window that have not been answered yet. */
export interface CallsInFlight {
  /** @throws RangeError when `callId` is in use */
  readonly run: <T>(callId: number, task: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** Does nothing when the call was answered already. */
  readonly cancel: (callId: number) => void;
  /** Cancels everything, and lets the ids be used again: the next page starts to count anew. */
  readonly cancelAll: () => void;
  /** Aborted by the next {@link CallsInFlight.cancelAll}. */
  readonly gone: () => AbortSignal;
}

export function createCallsInFlight(): CallsInFlight {
  const controllers = new Map<number, AbortController>();
  let page = new AbortController();
  return {
    gone: () => page.signal,
    run: async (callId, task) => {
      if (controllers.has(callId)) throw new RangeError('the call id is in use');
      const controller = new AbortController();
      controllers.set(callId, controller);
      try {
        return await task(controller.signal);
      } finally {
        if (controllers.get(callId) === controller) controllers.delete(callId);
      }
    },
    cancel: (callId) => controllers.get(callId)?.abort(),
    cancelAll: () => {
      const running = [...controllers.values()];
      controllers.clear();
      for (const controller of running) controller.abort();
      page.abort();
      page = new AbortController();
    },
  };
}
