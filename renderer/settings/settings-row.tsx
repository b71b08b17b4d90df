import type { ReactNode } from 'react';
import styles from './settings-screen.module.css';

interface Props {
  readonly title: string;
  readonly detail?: string;
  readonly children: ReactNode;
}

export function Row({ title, detail, children }: Props) {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <div>{title}</div>
        {detail && <div className="secondary">{detail}</div>}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  );
}
