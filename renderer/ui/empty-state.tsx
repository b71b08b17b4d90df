import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface Props {
  /** One sentence that teaches what belongs here. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ children, action }: Props) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}
