import type { BridgeEvent } from '../../shared/bridge.ts';
import type { Clock } from '../../shared/time.ts';
import type { StreamingClient } from '../http/client.ts';
import type { TokenVault } from '../keys/token-vault.ts';
import { learnFromStreams } from '../tokens/learn-from-answers.ts';
import { createMintFlights, type MintFlights } from '../tokens/mint-flights.ts';
import { createRenewalScheduler, type RenewalScheduler } from '../tokens/renewal-scheduler.ts';
import { createServerClock, type ServerClock } from '../tokens/server-clock.ts';
import type { SteadyClock, Timers } from '../tokens/timers.ts';
import { createTokenStore, type TokenStore } from '../tokens/token-store.ts';
import type { HostServices } from './host-services.ts';
import type { KeychainWatch } from './keychain-watch.ts';
import { createPaced } from './paced.ts';
import type { ProfileState } from './profile-state.ts';
import { createTokenKeeper, type TokenKeeper } from './token-keeper.ts';
import { createTokenNotices } from './token-notices.ts';
import { createTokenPulse, type TokenPulse } from './token-pulse.ts';

/** Everything that the life of the tokens needs, put together. */
export interface TokenServices {
  readonly tokens: TokenStore;
  /** Teaches {@link TokenServices.serverClock} with every answer. */
  readonly http: StreamingClient;
  readonly serverClock: ServerClock;
  readonly flights: MintFlights;
  readonly renewals: RenewalScheduler;
  readonly keeper: TokenKeeper;
  readonly pulse: TokenPulse;
  /** Ends what the timers do. */
  readonly stop: () => void;
}

export interface TokenServicesOptions {
  readonly host: HostServices;
  readonly clock: Clock;
  readonly steady: SteadyClock;
  readonly timers: Timers;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly http: StreamingClient;
  readonly vault: TokenVault;
  readonly keychain: KeychainWatch;
  readonly profile: ProfileState;
  readonly emit: (event: BridgeEvent) => void;
  /** Renews a token because its time has come. */
  readonly renewByItself: (tokenId: string, signal: AbortSignal) => Promise<unknown>;
  /** Renews a token because a person said so outside the window. */
  readonly renew: (tokenId: string) => void;
}

export function createTokenServices(options: TokenServicesOptions): TokenServices {
  const { host, clock, steady, timers, profile, emit } = options;
  const tokens = createTokenStore(() => {
    renewals.dropStale();
    keeper.changed();
    // First, so that what it says of a token is told together with the token.
    pulse.poke();
    told.changed();
  });
  const told = createPaced(timers, () => emit({ name: 'tokens', payload: tokens.views() }));
  const serverClock = createServerClock({
    clock,
    steady,
    onLearned: tokens.setOffset,
    onSet: tokens.moveClock,
    onChange: () => emit({ name: 'clocks', payload: serverClock.clocks() }),
  });
  const renewals = createRenewalScheduler({
    tokens,
    clock,
    steady,
    random: () => Buffer.from(options.randomBytes(4)).readUInt32BE() / 2 ** 32,
    renew: options.renewByItself,
    onSettled: () => pulse.poke(),
  });
  const keeper = createTokenKeeper({
    vault: options.vault,
    keychain: options.keychain,
    tokens,
    serverClock,
    clock,
    timers,
    onState: (payload) => emit({ name: 'keptTokens', payload }),
  });
  const notices = createTokenNotices({
    host,
    tokens,
    clock,
    settings: () => profile.get().settings,
    renew: options.renew,
    show: () => emit({ name: 'command', payload: { name: 'go-mint' } }),
  });
  const pulse = createTokenPulse({ timers, clock, tokens, serverClock, renewals, notices });
  return {
    tokens,
    http: learnFromStreams(options.http, serverClock),
    serverClock,
    flights: createMintFlights(),
    renewals,
    keeper,
    pulse,
    stop: () => {
      pulse.stop();
      told.stop();
    },
  };
}
