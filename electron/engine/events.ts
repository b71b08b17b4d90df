import type { BridgeEvent } from '../../shared/bridge.ts';

export interface Events {
  readonly emit: (event: BridgeEvent) => void;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: (event: BridgeEvent) => void) => () => void;
}

/** Tells every listener what the engine has to say; one that throws (its window is gone) does not stop the others. */
export function createEvents(): Events {
  const listeners = new Set<(event: BridgeEvent) => void>();
  return {
    emit: (event) => {
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch {
          listeners.delete(listener);
        }
      }
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
