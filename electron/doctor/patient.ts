import type { KeychainState } from '../../shared/bridge.ts';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { Fingerprints, SigningKey } from '../../shared/coze/key.ts';
import type { RegionHosts } from '../../shared/coze/region.ts';
import type { AccessToken, Activity } from '../../shared/coze/token.ts';
import type { Faults } from '../../shared/practice-fault-schema.ts';
import type { Clock } from '../../shared/time.ts';
import type { HttpClient } from '../http/client.ts';

/** Which hash of the public key Coze's `kid` is. */
export type KidFormula = keyof Fingerprints;

/** What the doctor needs to know of the token that an exchange gave. */
export type MintedToken = Pick<AccessToken, 'id' | 'logId' | 'options'>;

/** How what is stored has become another matter than what is examined. */
export type PatientChange = 'app-changed' | 'app-deleted' | 'key-deleted';

/** The app that is looked at, and what the doctor may do with it. */
export interface Patient {
  /** Its `id` is empty when it is not stored. */
  readonly app: OAuthApp;
  /** The key that signs; null when none is chosen. */
  readonly key: SigningKey | null;
  /** Where the private half rests. */
  readonly keyRests: 'keychain' | 'memory' | 'file';
  /** Every key that is known here, to tell whose a `kid` is. */
  readonly keys: readonly SigningKey[];
  readonly keychainState: () => Promise<KeychainState>;
  /** The buffer belongs to the caller. */
  readonly privateHalf: (key: SigningKey) => Promise<Uint8Array>;
  readonly hosts: () => Promise<RegionHosts>;
  /** True when a person had stopped practice Coze, which asking for the hosts starts again. */
  readonly wasStopped?: boolean;
  /** How practice Coze is broken on purpose; absent when that is not known. */
  readonly practiceFaults?: () => Faults;
  /** The hosts of the other official region; null where there is none. */
  readonly otherHosts: RegionHosts | null;
  /** What an exchange in an official region has taught about `kid`; null while nothing has. */
  readonly kidFormula: KidFormula | null;
  /** True when assertions are signed with the server's time, not the local clock's. */
  readonly signsByServerClock: boolean;
  /** True when the token of the exchange joins the live tokens; else it is dropped after the run. */
  readonly keepsToken: boolean;
  /** How the app or its key has changed since the run began; null while they are as they were. */
  readonly changed: () => PatientChange | null;
  readonly mint: (signal: AbortSignal) => Promise<MintedToken>;
  readonly tokenText: (tokenId: string) => string;
}

export interface DoctorServices {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly version: string;
  readonly platform: string;
  /** Milliseconds that the way to the region, and an answer from it, may take. */
  readonly patienceMs: number;
  /** Says in the activity list what was signed and sent. */
  readonly record: (entry: Omit<Activity, 'id'>) => void;
}
