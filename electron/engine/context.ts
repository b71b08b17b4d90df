import type { Clock } from '../../shared/time.ts';
import type { StreamingClient } from '../http/client.ts';
import type { KeyDrafts } from '../keys/key-drafts.ts';
import type { PinVault } from '../keys/pin-vault.ts';
import type { ActivityList } from '../tokens/activity-list.ts';
import type { MintFlights } from '../tokens/mint-flights.ts';
import type { RenewalScheduler } from '../tokens/renewal-scheduler.ts';
import type { ServerClock } from '../tokens/server-clock.ts';
import type { Signers } from '../tokens/signers.ts';
import type { TokenStore } from '../tokens/token-store.ts';
import type { HostServices } from './host-services.ts';
import type { KeychainWatch } from './keychain-watch.ts';
import type { PracticeRegion } from './practice-region.ts';
import type { PrivateHalves } from './private-halves.ts';
import type { ProfileState } from './profile-state.ts';
import type { SecretClipboard } from './secret-clipboard.ts';
import type { TokenKeeper } from './token-keeper.ts';
import type { Undo } from './undo.ts';

/** The services that the handlers are composed from. */
export interface EngineContext {
  readonly host: HostServices;
  readonly clock: Clock;
  readonly http: StreamingClient;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly newId: () => string;
  readonly profile: ProfileState;
  readonly profileSetAside: string | null;
  readonly keychain: KeychainWatch;
  readonly halves: PrivateHalves;
  readonly pins: PinVault;
  readonly drafts: KeyDrafts;
  readonly signers: Signers;
  readonly tokens: TokenStore;
  readonly serverClock: ServerClock;
  /** The mints that are on their way. */
  readonly flights: MintFlights;
  readonly renewals: RenewalScheduler;
  readonly keeper: TokenKeeper;
  readonly activity: ActivityList;
  readonly practice: PracticeRegion;
  readonly undo: Undo;
  readonly clipboard: SecretClipboard;
}
