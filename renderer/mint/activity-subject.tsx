import styles from './activity-list.module.css';

interface Props {
  readonly appName: string;
  readonly words: string;
}

/** Whom a line of the activity list speaks of, and of what; a long name leaves room for the words. */
export function ActivitySubject({ appName, words }: Props) {
  return (
    <span className={styles.subject}>
      {appName !== '' && (
        <span className={styles.app} title={appName}>
          {appName}
        </span>
      )}
      <span className={styles.words} title={words}>
        {words}
      </span>
    </span>
  );
}
