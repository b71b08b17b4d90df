import type { EpochSeconds } from '../../time.ts';
import type { RegionHosts } from '../region.ts';

/** What an assertion is judged against. */
export interface LintContext {
  /** The Coze that it is for. */
  readonly hosts: RegionHosts;
  /** The server's time, as far as it is known. */
  readonly now: EpochSeconds;
  /** `kid` of the key that is chosen to sign; absent or null when none is. */
  readonly knownKid?: string | null;
  /** Id of the app that is chosen; absent or null when none is. */
  readonly clientId?: string | null;
  /** True for a `jti` that has been sent before. */
  readonly usedJtis?: (jti: string) => boolean;
  /** The sessions of several users are to be kept apart. */
  readonly wantsSessions?: boolean;
}
