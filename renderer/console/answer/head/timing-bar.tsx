import type { RunTiming } from '../../../../shared/console-run.ts';
import styles from './head.module.css';
import { phasesOf } from './phases.ts';

interface Props {
  readonly timing: RunTiming;
}

/** The phases as pieces of one small bar; their numbers stand elsewhere. */
export function TimingBar({ timing }: Props) {
  const phases = phasesOf(timing);
  const total = phases.reduce((sum, { length }) => sum + length, 0);
  if (total === 0) return null;
  return (
    <span className={styles.bar} aria-hidden>
      {phases.map(({ name, length }) => (
        <span
          key={name}
          className={styles.phase}
          data-phase={name}
          style={{ flexGrow: Math.max(length / total, 0.01) }}
        />
      ))}
    </span>
  );
}
