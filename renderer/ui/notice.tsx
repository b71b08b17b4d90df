import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

export type Tone = 'error' | 'warning' | 'information' | 'good';

const icons = { error: CircleAlert, warning: TriangleAlert, information: Info, good: CircleCheck } as const;

interface Props {
  readonly tone: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Not announced by itself, because it is one of many or stands there from the start. */
  readonly isQuiet?: boolean;
  /** Buttons at the end. */
  readonly actions?: ReactNode;
}

/** A calm block that says one thing: an icon of its own shape for each tone, never colour alone. */
export function Notice({ tone, title, children, actions, isQuiet = false }: Props) {
  const Icon = icons[tone];
  return (
    <div
      className={`${styles.notice} ${styles[tone]}`}
      {...(isQuiet ? {} : { role: tone === 'error' ? 'alert' : 'status' })}
    >
      <Icon size={16} strokeWidth={1.5} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        {title && <div className={styles.title}>{title}</div>}
        {children && <div className={styles.text}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
