import type { AccessToken } from '../../shared/coze/token.ts';
import { unlessAborted } from '../http/unless-aborted.ts';

/** What a mint is for: the same owner is the same app as it is now; the same options ask for the same token. */
export interface FlightKey {
  readonly owner: string;
  readonly options: string;
}

/** A token that the coming one is to renew. */
export interface Renewed {
  readonly id: string;
  /** Where it is gone, nobody has a use for the coming one. */
  readonly isHere: () => boolean;
}

/**
 * What those who wait want, asked when the token is there: the ids of the tokens that it renews; null when nobody has a
 * use for it any more.
 */
export type Demand = () => readonly string[] | null;

export type StartMint = (signal: AbortSignal, demand: Demand) => Promise<AccessToken>;

/**
 * The mints that are on their way. Who wants the same token waits for the one that is coming; a mint is given up only
 * when nobody waits for it any more.
 */
export interface MintFlights {
  /** Starts a mint whatever is on its way; others may wait for it. */
  readonly start: (key: FlightKey, mint: StartMint, signal: AbortSignal) => Promise<AccessToken>;
  /** Waits for a mint of the same owner and options, or starts one. */
  readonly share: (
    key: FlightKey,
    mint: StartMint,
    signal: AbortSignal,
    renewed?: Renewed,
  ) => Promise<AccessToken>;
  /** Waits for the newest mint of the same owner and options; null when there is none. */
  readonly join: (key: FlightKey, signal: AbortSignal) => Promise<AccessToken> | null;
}

interface Flight extends FlightKey {
  readonly landing: Promise<AccessToken>;
  readonly controller: AbortController;
  /** One for each who waits; `renewed` is null for who wants the token for itself. */
  readonly wishes: Set<{ readonly renewed: Renewed | null }>;
}

function demandOf(wishes: Flight['wishes']): ReturnType<Demand> {
  const alive = [...wishes].filter(({ renewed }) => renewed === null || renewed.isHere());
  return alive.length === 0 ? null : alive.flatMap(({ renewed }) => renewed?.id ?? []);
}

export function createMintFlights(): MintFlights {
  const flights = new Set<Flight>();

  async function wait(
    flight: Flight,
    signal: AbortSignal,
    renewed: Renewed | null = null,
  ): Promise<AccessToken> {
    signal.throwIfAborted();
    const wish = { renewed };
    flight.wishes.add(wish);
    try {
      return await unlessAborted(flight.landing, signal);
    } finally {
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
    renewed?: Renewed,
  ): Promise<AccessToken> {
    signal.throwIfAborted();
    const controller = new AbortController();
    const wishes: Flight['wishes'] = new Set();
    const landing = mint(controller.signal, () => demandOf(wishes));
    const flight: Flight = { ...key, landing, controller, wishes };
    flights.add(flight);
    const landed = () => {
      flights.delete(flight);
    };
    landing.then(landed, landed);
    return wait(flight, signal, renewed);
  }

  function newest({ owner, options }: FlightKey): Flight | null {
    return [...flights].findLast((flight) => flight.owner === owner && flight.options === options) ?? null;
  }

  return {
    start: async (key, mint, signal) => start(key, mint, signal),
    share: async (key, mint, signal, renewed) => {
      const same = newest(key);
      return same === null ? start(key, mint, signal, renewed) : wait(same, signal, renewed);
    },
    join: (key, signal) => {
      const same = newest(key);
      return same === null ? null : wait(same, signal);
    },
  };
}
