import styles from './activity-list.module.css';

interface Props {
  readonly appName: string;
  readonly words: string;
}

/** Whom a line of the activity list speaks of, and of what. */
export function ActivitySubject({ appName, words }: Props) {
  return (
    <span className={styles.subject} title={words}>
      {appName !== '' && <span className={styles.app}>{appName} </span>}
      {words}
    </span>
  );
}
