import type { Faults } from '../../shared/practice-faults.ts';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';

/** Switches the faults that are named and leaves the others. */
export function changeFaults(faults: Partial<Faults>): void {
  void attempt(call('practice.setFaults', faults));
}
