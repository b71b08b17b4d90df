import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useAppRemedies } from '../app/use-app-remedies.ts';
import { type FailureGroup, groupFailures } from './group-failures.ts';
import { countSessions, type SessionMint } from './session-run.ts';
import styles from './sessions-dialog.module.css';

interface Props {
  readonly app: OAuthApp;
  readonly mints: readonly SessionMint[];
  readonly isRunning: boolean;
  /** Mints for those that are left. */
  readonly again: () => void;
}

const shownNames = 8;

/** How far a run has come, and which names failed for what reason. */
export function SessionProgress({ app, mints, isRunning, again }: Props) {
  const { t } = useTranslation('tokens');
  const { minted, failed, cancelled, 'called-off': calledOff } = countSessions(mints);
  const all = mints.length;
  const words = [
    t('sessions.progress', { done: minted, all }),
    ...(failed > 0 ? [t('sessions.failed', { count: failed })] : []),
    ...(calledOff > 0 ? [t('sessions.calledOff', { count: calledOff })] : []),
    ...(cancelled > 0 && !isRunning ? [t('sessions.stopped', { count: cancelled })] : []),
  ].join(' · ');
  return (
    <div className={styles.run}>
      <ProgressBar
        value={minted + failed}
        maxValue={all}
        aria-label={t('sessions.title')}
        valueLabel={words}
        className={styles.progress ?? ''}
      >
        <svg className={styles.bar} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden>
          <rect className={styles.minted} width={(100 * minted) / all} height="1" />
          <rect className={styles.failed} x={(100 * minted) / all} width={(100 * failed) / all} height="1" />
        </svg>
      </ProgressBar>
      <output>{words}</output>
      {failed > 0 && (
        <ul className={styles.failures} aria-label={t('sessions.failures')}>
          {groupFailures(mints).map((group) => (
            <Failure key={group.names[0]} group={group} app={app} again={isRunning ? null : again} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface FailureProps {
  readonly group: FailureGroup;
  readonly app: OAuthApp;
  readonly again: (() => void) | null;
}

/** One reason, why it is so and what to do, and the names that it befell. */
function Failure({ group: { problem, names }, app, again }: FailureProps) {
  const { t } = useTranslation('tokens');
  const { remedies, remedyLabels } = useAppRemedies(app, again);
  const named = names.slice(0, shownNames).join(', ');
  return (
    <li className={styles.failure}>
      <p title={names.join(', ')}>
        {t('sessions.failed', { count: names.length })} · <code>{named}</code>
        {names.length > shownNames && ' …'}
      </p>
      <ProblemView problem={problem} app={app} remedies={remedies} remedyLabels={remedyLabels} />
    </li>
  );
}
