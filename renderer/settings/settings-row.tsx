import type { ReactNode } from 'react';
import type { SettingName } from '../app/setting-names.ts';
import styles from './settings-screen.module.css';

interface Props {
  /** Under what it is led to from elsewhere. */
  readonly name?: SettingName;
  readonly title: string;
  readonly detail?: string;
  readonly children: ReactNode;
  /** What went wrong with it; stands below. */
  readonly problem?: ReactNode;
}

export function Row({ name, title, detail, children, problem }: Props) {
  return (
    <div className={styles.row} data-setting={name} tabIndex={name === undefined ? undefined : -1}>
      <div className={styles.words}>
        <div>{title}</div>
        {detail && <div className="secondary">{detail}</div>}
      </div>
      <div className={styles.control}>{children}</div>
      {problem && <div className={styles.problem}>{problem}</div>}
    </div>
  );
}
