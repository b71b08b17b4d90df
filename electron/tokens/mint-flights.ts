import type { AccessToken } from '../../shared/coze/token.ts';

/** What a mint is for: the same owner is the same app as it is now; the same options ask for the same token. */
export interface FlightKey {
  readonly owner: string;
  readonly options: string;
}

/** `isWanted` tells, when the token is there, whether anybody who waits for it still has a use for it. */
export type StartMint = (signal: AbortSignal, isWanted: () => boolean) => Promise<AccessToken>;

/**
 * The mints that are on their way. Who wants the same token waits for the one that is coming; a mint is given up only
 * when nobody waits for it any more.
 */
export interface MintFlights {
  /** Starts a mint whatever is on its way; others may wait for it. */
  readonly start: (key: FlightKey, mint: StartMint, signal: AbortSignal) => Promise<AccessToken>;
  /** Waits for a mint of the same owner and options, or starts one. Who may lose interest says so by `isWanted`. */
  readonly share: (
    key: FlightKey,
    mint: StartMint,
    signal: AbortSignal,
    isWanted?: () => boolean,
  ) => Promise<AccessToken>;
  /** Waits for the newest mint of the same owner and options; null when there is none. */
  readonly join: (key: FlightKey, signal: AbortSignal) => Promise<AccessToken> | null;
}

interface Flight extends FlightKey {
  readonly landing: Promise<AccessToken>;
  readonly controller: AbortController;
  /** One for each who waits. */
  readonly wishes: Set<() => boolean>;
}

export function createMintFlights(): MintFlights {
  const flights = new Set<Flight>();

  async function wait(
    flight: Flight,
    signal: AbortSignal,
    isWanted: () => boolean = () => true,
  ): Promise<AccessToken> {
    signal.throwIfAborted();
    const wish = () => isWanted();
    flight.wishes.add(wish);
    let leave = () => undefined as undefined;
    const left = new Promise<never>((_resolve, reject) => {
      leave = () => {
        reject(signal.reason);
        return undefined;
      };
      signal.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([flight.landing, left]);
    } finally {
      signal.removeEventListener('abort', leave);
      flight.wishes.delete(wish);
      if (flight.wishes.size === 0) {
        flights.delete(flight);
        flight.controller.abort(new DOMException('nobody waits for the token any more', 'AbortError'));
      }
    }
  }

  function start(
    key: FlightKey,
    mint: StartMint,
    signal: AbortSignal,
    isWanted?: () => boolean,
  ): Promise<AccessToken> {
    signal.throwIfAborted();
    const controller = new AbortController();
    const wishes = new Set<() => boolean>();
    const landing = mint(controller.signal, () => [...wishes].some((wish) => wish()));
    const flight: Flight = { ...key, landing, controller, wishes };
    flights.add(flight);
    const landed = () => {
      flights.delete(flight);
    };
    landing.then(landed, landed);
    return wait(flight, signal, isWanted);
  }

  function newest({ owner, options }: FlightKey): Flight | null {
    return [...flights].findLast((flight) => flight.owner === owner && flight.options === options) ?? null;
  }

  return {
    start: async (key, mint, signal) => start(key, mint, signal),
    share: async (key, mint, signal, isWanted) => {
      const same = newest(key);
      return same === null ? start(key, mint, signal, isWanted) : wait(same, signal, isWanted);
    },
    join: (key, signal) => {
      const same = newest(key);
      return same === null ? null : wait(same, signal);
    },
  };
}
