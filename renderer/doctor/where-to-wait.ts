import type { CheckName, DoctorReport } from '../../shared/doctor.ts';

/** The check at which waiting is offered: where the run failed if it helps there, else the first that it helps. */
export function whereToWait({ checks, cause }: DoctorReport): CheckName | null {
  const helped = checks.filter(({ causes }) => causes.some(({ remedy }) => remedy === 'mint-later'));
  const first = helped.find(({ name }) => name === cause) ?? helped[0];
  return first?.name ?? null;
}
