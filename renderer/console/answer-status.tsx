import { CircleCheck, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConsoleAnswer } from '../../shared/console.ts';
import { call } from '../app/bridge-client.ts';
import type { AppToExamine } from '../app/open-targets.ts';
import { RunDoctorButton } from '../app/run-doctor-button.tsx';
import { SeeInPractice } from '../app/see-in-practice.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import styles from './console-screen.module.css';
import { formatSize } from './format-size.ts';
import { isAboutAccess } from './is-about-access.ts';

interface Props {
  readonly answer: ConsoleAnswer;
  readonly isStale: boolean;
  /** What the doctor can look into when access was refused. */
  readonly examined: AppToExamine | null;
}

/** What the first try was answered: the HTTP status, and Coze's own code where there was one. */
function retried({ status, code }: NonNullable<ConsoleAnswer['retriedAfter']>): { first: string } {
  return { first: code === null ? `${status}` : `${status} · ${code}` };
}

/** Good means both: an HTTP status under 400 and, where there is one, Coze's own code 0. */
export function AnswerStatus({ answer, isStale, examined }: Props) {
  const { t } = useTranslation(['console', 'frame']);
  const good = answer.status < 400 && (answer.envelope === null || answer.envelope.code === 0);
  const Icon = good ? CircleCheck : CircleX;
  const { logId } = answer;
  return (
    <div className={styles.status} role="status">
      <span className={styles.statusCode} data-tone={good ? 'good' : 'bad'}>
        <Icon size={15} strokeWidth={1.75} aria-hidden />
        {answer.status} {answer.statusText}
      </span>
      {answer.envelope && (
        <span data-testid="envelope-code">{t('code', { code: answer.envelope.code })}</span>
      )}
      <span>{t('ms', { ms: Math.round(answer.totalMs) })}</span>
      <span>{formatSize(answer.size)}</span>
      {answer.minted && <span className="secondary">{t('mintedNow')}</span>}
      {answer.retriedAfter && (
        <span className="secondary">{t('retriedAfter', retried(answer.retriedAfter))}</span>
      )}
      {isStale && <span className="secondary">{t('sending')}</span>}
      {examined && isAboutAccess(answer) && <RunDoctorButton {...examined} />}
      {!good && <SeeInPractice logId={logId} />}
      {logId && (
        <span className={styles.logId}>
          {t('frame:logId')} <code>{logId}</code>
          <CopyButton
            label={t('frame:copyLogId')}
            doneLabel={t('frame:copied')}
            onCopy={() => call('app.copyText', { text: logId })}
          />
        </span>
      )}
    </div>
  );
}
