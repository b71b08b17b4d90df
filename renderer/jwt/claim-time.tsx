import { useTranslation } from 'react-i18next';
import type { TimeClaim } from '../../shared/jwt/read-times.ts';
import { formatLocal, formatRelative, formatUtc } from '../app/format-time.ts';
import { useNow } from '../app/use-now.ts';
import styles from './jwt-screen.module.css';

interface Props {
  readonly time: TimeClaim;
}

/** A NumericDate in words: how long ago or ahead, in local time, and in UTC. */
export function ClaimTime({ time }: Props) {
  const { i18n } = useTranslation();
  const now = useNow();
  const at = time.at * 1000;
  return (
    <div className={styles.time}>
      <span className={styles.relative} data-past={(time.name === 'exp' && at <= now) || undefined}>
        {formatRelative(at, now, i18n.language)}
      </span>
      <time dateTime={formatUtc(at)}>{formatLocal(at)}</time>
      <span className={styles.utc}>{formatUtc(at)}</span>
    </div>
  );
}
