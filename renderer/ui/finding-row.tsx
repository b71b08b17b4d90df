import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './finding-row.module.css';

const icons = { error: CircleAlert, warning: TriangleAlert, note: Info } as const;

interface Props {
  readonly severity: keyof typeof icons;
  /** The name of the severity. */
  readonly severityName: string;
  readonly message: ReactNode;
  readonly place: ReactNode;
  /** What to do, and where that is written. */
  readonly remedy: ReactNode;
  /** Stands at the end of the row. */
  readonly action?: ReactNode;
}

/** One finding of a list: how grave, what, where, what to do. */
export function FindingRow({ severity, severityName, message, place, remedy, action }: Props) {
  const Icon = icons[severity];
  return (
    <li className={styles.row} data-severity={severity}>
      <Icon size={15} strokeWidth={1.5} role="img" aria-label={severityName} />
      <div className={styles.words}>
        <div>
          {message} <span className={styles.place}>{place}</span>
        </div>
        <div className={styles.remedy}>{remedy}</div>
      </div>
      {action}
    </li>
  );
}
