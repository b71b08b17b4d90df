import type { Faults } from '../../practice-fault-schema.ts';
import type { EpochMilliseconds, EpochSeconds } from '../../time.ts';
import type { OAuthApp, Variant } from '../app.ts';
import type { SigningKey } from '../key.ts';
import { hostsOfRegion, isLoopbackHostname, type Region } from '../region.ts';

/** What is known of the app whose request failed. */
export interface CauseFacts {
  readonly region: Region;
  readonly variant: Variant['kind'];
  readonly kid: string | null;
  /** What the `kid` of the key might be, computed from its public half; empty when there is no key to compute from. */
  readonly candidates: readonly string[];
  /** When the key was imported or generated here. */
  readonly keyCreatedAt: EpochSeconds | null;
  /** Server's clock minus local clock as learned before; 0 when unknown. The failed answer's own `Date` goes first. */
  readonly clockOffsetMs: number;
  /** Whether requests go through a proxy; absent when that is not known. */
  readonly proxy?: boolean;
  /** How practice Coze is broken on purpose now; absent when that is not known. */
  readonly practiceFaults?: Faults;
  /** Where practice Coze listens now; null while it is stopped, absent when that is not known. */
  readonly practiceUrl?: string | null;
  /** Host and port that were asked; absent when that was the region's. */
  readonly askedHost?: string;
  /** On the local clock. */
  readonly now: EpochMilliseconds;
}

/** The facts about `app` and the key that it signs with, if it has one. */
export function causeFactsOf(
  app: Pick<OAuthApp, 'region' | 'variant'>,
  key: Pick<SigningKey, 'kid' | 'fingerprints' | 'createdAt'> | null,
  clock: Pick<CauseFacts, 'now' | 'clockOffsetMs'>,
): CauseFacts {
  return {
    region: app.region,
    variant: app.variant.kind,
    kid: key?.kid ?? null,
    candidates: key === null ? [] : Object.values(key.fingerprints),
    keyCreatedAt: key === null ? null : (key.createdAt as EpochSeconds),
    ...clock,
  };
}

/** Host of the base URL of a custom region; empty for the others and for what is no URL. */
export function customHost({ region }: Pick<CauseFacts, 'region'>): string {
  return region.kind === 'custom' && URL.canParse(region.baseUrl) ? new URL(region.baseUrl).host : '';
}

function hostsOf({ region, practiceUrl }: CauseFacts): readonly string[] | null {
  try {
    const { api, www, ws } = hostsOfRegion(region, practiceUrl ?? null);
    return [api, www, ws].flatMap((origin) => (origin === null ? [] : [new URL(origin).host]));
  } catch {
    return null;
  }
}

/**
 * Whose host was asked: that of the app's region, or one that has nothing to do with the app. While nobody knows where
 * practice Coze listened, every host on loopback may have been its.
 */
export function placeAsked(facts: CauseFacts): Region['kind'] | 'elsewhere' {
  const { region, askedHost } = facts;
  if (askedHost === undefined || askedHost === '') return region.kind;
  const hosts = hostsOf(facts);
  if (hosts !== null) return hosts.includes(askedHost) ? region.kind : 'elsewhere';
  const asked = `http://${askedHost}`;
  const mayBePractice = URL.canParse(asked) && isLoopbackHostname(new URL(asked).hostname);
  return region.kind !== 'practice' || mayBePractice ? region.kind : 'elsewhere';
}
