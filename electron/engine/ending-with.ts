import type { CallContext, CallName, Handlers } from '../../shared/bridge.ts';

export interface EndingHandlers {
  readonly handlers: Handlers;
  /** Resolves when no call runs any more. */
  readonly settled: () => Promise<void>;
}

/** Every handler also ends when `ending` aborts, and none begins afterwards. */
export function endingWith(handlers: Handlers, ending: AbortSignal): EndingHandlers {
  const running = new Set<Promise<unknown>>();

  const wrap = <Name extends CallName>(handler: Handlers[Name]) => {
    const inner = handler as (input: unknown, context: CallContext) => Promise<unknown>;
    return async (input: unknown, context: CallContext) => {
      ending.throwIfAborted();
      const call = inner(input, { ...context, signal: AbortSignal.any([context.signal, ending]) });
      running.add(call);
      return call.finally(() => running.delete(call));
    };
  };
  const wrapped = Object.entries(handlers).map(([name, handler]) => [name, wrap(handler)]);
  return {
    handlers: Object.fromEntries(wrapped) as Handlers,
    settled: async () => {
      await Promise.allSettled(running);
    },
  };
}
