import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../app/problem-text.ts';
import { countSessions, type SessionMint } from './session-run.ts';
import styles from './sessions-dialog.module.css';

interface Props {
  readonly mints: readonly SessionMint[];
  readonly isRunning: boolean;
}

/** How far a run has come, and which names failed for what reason. */
export function SessionProgress({ mints, isRunning }: Props) {
  const { t } = useTranslation('tokens');
  const problemText = useProblemText();
  const { minted, failed, cancelled } = countSessions(mints);
  const all = mints.length;
  const words = [
    t('sessions.progress', { done: minted, all }),
    ...(failed > 0 ? [t('sessions.failed', { count: failed })] : []),
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
          {mints.map(
            ({ name, problem }) =>
              problem && (
                <li key={name} className={styles.failure}>
                  <code>{name}</code>
                  <span title={problemText(problem).why}>{failureWords(problemText(problem))}</span>
                </li>
              ),
          )}
        </ul>
      )}
    </div>
  );
}

function failureWords({ title, why }: { readonly title: string; readonly why: string }): string {
  return why === '' ? title : `${title} · ${why}`;
}
