import { lazy, memo, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../shared/coze/token.ts';
import { useAppStore } from '../app/app-store.ts';
import { formatClock } from '../app/format-time.ts';
import { shiftWords } from '../app/shift-words.ts';
import styles from './activity-list.module.css';
import { ActivitySubject } from './activity-subject.tsx';

const ActivityFailure = lazy(() =>
  import('./activity-failure.tsx').then((module) => ({ default: module.ActivityFailure })),
);

export function ActivityList() {
  const { t } = useTranslation('mint');
  const activity = useAppStore((state) => state.activity);
  return (
    <section className={styles.list} aria-labelledby="activity-title">
      <h2 id="activity-title" className={styles.head}>
        {t('activity')}
      </h2>
      {activity.length === 0 ? (
        <p className={styles.empty}>{t('noActivity')}</p>
      ) : (
        <ol className={styles.rows}>
          {activity.map((entry) => (
            <ActivityRow key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </section>
  );
}

interface Props {
  readonly entry: Activity;
}

const ActivityRow = memo(function ActivityRow({ entry }: Props) {
  const { t, i18n } = useTranslation(['mint', 'console', 'tokens']);
  const failed = entry.problem !== null;
  const cancelled = entry.problem?.code === 'cancelled';
  const succeeded = { mint: t('minted'), sign: t('signedOnly'), call: entry.status }[entry.kind];
  const outcome = cancelled ? t('cancelled') : failed ? t('failed') : succeeded;
  const tone = cancelled ? 'cancelled' : failed ? 'failed' : undefined;
  const claims = entry.claims.join(', ');
  const corrected =
    entry.clockCorrectedMs === null
      ? ''
      : ` · ${t('tokens:clock.corrected', { difference: shiftWords(entry.clockCorrectedMs, i18n.language) })}`;
  const signed = entry.subject === '' ? claims : t('signed', { key: entry.subject, claims });
  const succeededWords = entry.kind === 'call' ? entry.subject : `${signed}${corrected}`;
  const subject = <ActivitySubject appName={entry.appName} words={succeededWords} />;
  return (
    <li className={styles.row}>
      <time className={styles.time}>{formatClock(entry.at, entry.at, i18n.language)}</time>
      <span className={styles.outcome} data-tone={tone}>
        {outcome}
      </span>
      {entry.problem !== null && !cancelled ? (
        <Suspense fallback={subject}>
          <ActivityFailure entry={entry} problem={entry.problem} />
        </Suspense>
      ) : (
        subject
      )}
      <span className={styles.elapsed}>{t('console:ms', { ms: entry.elapsedMs })}</span>
      {entry.logId !== null && <LogId logId={entry.logId} />}
    </li>
  );
});

interface LogIdProps {
  readonly logId: string;
}

/** What tells log ids of one day apart is their end: it stays when the rest is cut. */
function LogId({ logId }: LogIdProps) {
  return (
    <span className={styles.log} title={logId}>
      <span className={styles.logStart}>{logId.slice(0, -4)}</span>
      <span>{logId.slice(-4)}</span>
    </span>
  );
}
