import { type EpochSeconds, toEpochSeconds } from '../../../shared/time.ts';
import type { ApiCall } from './api-endpoint.ts';

/** The time of the call on practice Coze's clock. */
export function secondsOf({ state }: ApiCall): EpochSeconds {
  return toEpochSeconds(state.now());
}
