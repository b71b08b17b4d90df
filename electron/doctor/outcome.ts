import type { CryptoKey } from 'jose';
import type { RegionHosts } from '../../shared/coze/region.ts';
import type { CheckFinding, CheckState, DoctorCheck, DoctorQuestion } from '../../shared/doctor.ts';
import type { DoctorServices, MintedToken, Patient } from './patient.ts';

/** What the checks of one run have found out for those after them. */
export interface Facts {
  readonly signer: CryptoKey | null;
  /** Set once the region answered. */
  readonly hosts: RegionHosts | null;
  /** Server's clock minus local clock in milliseconds; null while unknown. */
  readonly clockOffsetMs: number | null;
  /** The way to the region leads through a proxy. */
  readonly proxied: boolean;
  /** How the exchange ended; null before it. */
  readonly exchange: 'granted' | 'kid-unknown' | 'failed' | null;
  readonly token: MintedToken | null;
}

export const noFacts: Facts = {
  signer: null,
  hosts: null,
  clockOffsetMs: null,
  proxied: false,
  exchange: null,
  token: null,
};

/** Everything that one check may look at. */
export interface Visit {
  readonly services: DoctorServices;
  readonly patient: Patient;
  readonly facts: Facts;
  readonly endpointId: string | null;
  readonly signal: AbortSignal;
  /** Null where nobody can be asked and nothing was said beforehand. */
  readonly ask: (question: DoctorQuestion) => Promise<boolean | null>;
}

type Details = Partial<Omit<DoctorCheck, 'name' | 'state' | 'finding' | 'elapsedMs'>> & {
  readonly facts?: Partial<Facts>;
};

export interface Outcome extends Omit<DoctorCheck, 'name' | 'elapsedMs'> {
  readonly facts: Partial<Facts>;
}

export type Check = (visit: Visit) => Promise<Outcome>;

type Ended = Exclude<CheckState, 'waiting' | 'running' | 'asking'>;

/** How a check ended; what `details` leaves out is empty. */
export function outcome(state: Ended, finding: CheckFinding, details: Details = {}): Outcome {
  return {
    params: {},
    seen: [],
    causes: [],
    lint: [],
    problem: null,
    facts: {},
    ...details,
    state,
    finding,
  };
}

export function skipped(finding: CheckFinding & `skipped-${string}`): Outcome {
  return outcome('skipped', finding);
}
