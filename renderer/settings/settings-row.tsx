import type { ReactNode } from 'react';
import styles from './settings-screen.module.css';

interface Props {
  readonly title: string;
  readonly detail?: string;
  readonly children: ReactNode;
  /** What went wrong with it; stands below. */
  readonly problem?: ReactNode;
}

export function Row({ title, detail, children, problem }: Props) {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <div>{title}</div>
        {detail && <div className="secondary">{detail}</div>}
      </div>
      <div className={styles.control}>{children}</div>
      {problem && <div className={styles.problem}>{problem}</div>}
    </div>
  );
}
