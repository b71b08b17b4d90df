import type { AccessToken } from '../../shared/coze/token.ts';

/** What a mint is for: the same owner is the same app as it is now; the same options ask for the same token. */
export interface FlightKey {
  readonly owner: string;
  readonly options: string;
}

export type StartMint = (signal: AbortSignal) => Promise<AccessToken>;

/**
 * The mints that are on their way. Who wants the same token waits for the one that is coming; a mint is given up only
 * when nobody waits for it any more.
 */
export interface MintFlights {
  /** Starts a mint whatever is on its way; others may wait for it. */
  readonly start: (key: FlightKey, mint: StartMint, signal: AbortSignal) => Promise<AccessToken>;
  /** Waits for a mint of the same owner and options, or starts one. */
  readonly share: (key: FlightKey, mint: StartMint, signal: AbortSignal) => Promise<AccessToken>;
  /** Waits for the newest mint of that owner, with whatever options; null when there is none. */
  readonly ofOwner: (owner: string, signal: AbortSignal) => Promise<AccessToken> | null;
}

interface Flight extends FlightKey {
  readonly landing: Promise<AccessToken>;
  readonly controller: AbortController;
  waiting: number;
}

export function createMintFlights(): MintFlights {
  const flights = new Set<Flight>();

  async function wait(flight: Flight, signal: AbortSignal): Promise<AccessToken> {
    signal.throwIfAborted();
    flight.waiting += 1;
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
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        flights.delete(flight);
        flight.controller.abort(new DOMException('nobody waits for the token any more', 'AbortError'));
      }
    }
  }

  function start(key: FlightKey, mint: StartMint, signal: AbortSignal): Promise<AccessToken> {
    signal.throwIfAborted();
    const controller = new AbortController();
    const flight: Flight = { ...key, landing: mint(controller.signal), controller, waiting: 0 };
    flights.add(flight);
    const landed = () => {
      flights.delete(flight);
    };
    flight.landing.then(landed, landed);
    return wait(flight, signal);
  }

  function newest(matches: (flight: Flight) => boolean): Flight | null {
    return [...flights].findLast(matches) ?? null;
  }

  return {
    start: async (key, mint, signal) => start(key, mint, signal),
    share: async (key, mint, signal) => {
      const same = newest(({ owner, options }) => owner === key.owner && options === key.options);
      return same === null ? start(key, mint, signal) : wait(same, signal);
    },
    ofOwner: (owner, signal) => {
      const flight = newest((candidate) => candidate.owner === owner);
      return flight === null ? null : wait(flight, signal);
    },
  };
}
