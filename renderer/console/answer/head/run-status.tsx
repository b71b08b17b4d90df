import { CircleCheck, CircleMinus, CircleX, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRun } from '../../../../shared/console-run.ts';
import type { OAuthApp } from '../../../../shared/coze/app.ts';
import { hasEnded } from '../../../../shared/has-ended.ts';
import { useProblemText } from '../../../app/problem-text.ts';
import { RemedyButton } from '../../../app/remedy-button.tsx';
import { RunDoctorButton } from '../../../app/run-doctor-button.tsx';
import { SeeInPractice } from '../../../app/see-in-practice.tsx';
import { useAppRemedies } from '../../../app/use-app-remedies.ts';
import { useAtSecond } from '../../../app/use-now.ts';
import { explainCode } from '../../explain-code.ts';
import { formatSize } from '../../format-size.ts';
import { isAboutAccess } from '../../is-about-access.ts';
import { LogId } from '../../log-id.tsx';
import { isGood } from '../run-outcome.ts';
import styles from './head.module.css';
import { SendWithToken, useWentWithoutToken } from './no-token-sent.tsx';
import { shownMs } from './phases.ts';
import { TimingBar } from './timing-bar.tsx';

interface Props {
  readonly run: ConsoleRun;
  /** The app that it went out as: what the doctor can look into when access was refused. */
  readonly app: OAuthApp | null;
  /** The stream says that the chat or the workflow failed. */
  readonly hasFailedInside: boolean;
  /** Stands at the end of the line, and always has room. */
  readonly end?: ReactNode;
}

type Tone = 'good' | 'bad' | 'quiet';

function ToneIcon({ run, tone }: { readonly run: ConsoleRun; readonly tone: Tone }) {
  if (!hasEnded(run))
    return <LoaderCircle size={15} strokeWidth={1.75} aria-hidden className={styles.turning} />;
  if (run.stage === 'cancelled') return <CircleMinus size={15} strokeWidth={1.75} aria-hidden />;
  const Icon = tone === 'good' ? CircleCheck : CircleX;
  return <Icon size={15} strokeWidth={1.75} aria-hidden />;
}

function toneOf(run: ConsoleRun): Tone {
  if (run.head === null) return run.stage === 'failed' ? 'bad' : 'quiet';
  if (run.stage === 'failed') return 'bad';
  return isGood(run) ? (hasEnded(run) ? 'good' : 'quiet') : 'bad';
}

function Waited({ since }: { readonly since: number }) {
  const { t } = useTranslation('answer');
  const seconds = useAtSecond((now) => Math.max(0, Math.floor((now - since) / 1000)));
  // Not said aloud every second.
  return <span aria-hidden>{t('seconds', { seconds })}</span>;
}

function Progress({ run }: { readonly run: ConsoleRun }) {
  const { t } = useTranslation('answer');
  const { bytes, total } = run.sent;
  if (run.stage === 'sending' && bytes > 0) {
    return (
      <>
        <span>
          {total === null
            ? t('sentSoFar', { sent: formatSize(bytes) })
            : t('sentOf', { sent: formatSize(bytes), total: formatSize(total) })}
        </span>
        {total !== null && total > 0 && (
          <progress className={styles.progress} max={total} value={bytes} aria-label={t('stages.sending')} />
        )}
      </>
    );
  }
  if (run.stage === 'receiving' && run.body !== null)
    return <span>{t('received', { size: formatSize(run.body.bytes) })}</span>;
  return null;
}

function retriedFirst({ status, code }: NonNullable<ConsoleRun['retriedAfter']>): { first: string } {
  return { first: code === null ? `${status}` : `${status} · ${code}` };
}

/** How a request stands or ended, in one line of always the same height; Coze's own code and its meaning below it. */
export function RunStatus({ run, app, hasFailedInside, end }: Props) {
  const { t, i18n } = useTranslation(['answer', 'frame']);
  const { head, envelope, timing, body, stage } = run;
  const logId = head?.logId ?? null;
  const ended = hasEnded(run);
  const tone = hasFailedInside ? 'bad' : toneOf(run);
  const title = head === null ? t(`stages.${stage}`) : `${head.status} ${head.statusText}`.trim();
  const isBad = envelope !== null && envelope.code !== 0;
  const meaning = isBad ? explainCode(envelope.code, i18n.language) : null;
  const status = head?.status ?? 0;
  const isRefused = head !== null && isAboutAccess({ status, envelope });
  const remedies = useAppRemedies(app, null);
  const wentWithout = useWentWithoutToken(run) && isRefused;
  const problemText = useProblemText();
  const renewal = run.renewalProblem === undefined ? null : problemText(run.renewalProblem);
  const isTelling = isBad || wentWithout || renewal !== null;
  return (
    <>
      <div className={styles.head}>
        <div className={styles.status} role="status">
          <span className={styles.title} data-tone={tone}>
            <ToneIcon run={run} tone={tone} />
            {title}
          </span>
          {head !== null && stage !== 'done' && <span>{t(`stages.${stage}`)}</span>}
          {!ended && <Waited since={run.startedAt} />}
          {!ended && <Progress run={run} />}
          {envelope !== null && <span data-testid="envelope-code">{t('code', { code: envelope.code })}</span>}
          {ended && timing.total !== null && (
            <span className={styles.time}>
              {t('ms', { ms: shownMs(timing.total) })}
              <TimingBar timing={timing} />
            </span>
          )}
          {ended && body !== null && <span>{formatSize(body.bytes)}</span>}
          {body?.onDisk && <span className="secondary">{t('onDisk')}</span>}
          {run.minted && <span className="secondary">{t('minted')}</span>}
          {run.retriedAfter && (
            <span className="secondary">{t('retried', retriedFirst(run.retriedAfter))}</span>
          )}
          {ended && !isGood(run) && <SeeInPractice logId={logId} />}
          {logId !== null && <LogId logId={logId} />}
        </div>
        {end}
      </div>
      {(isTelling || (isRefused && app !== null)) && (
        <div className={styles.envelope}>
          {isTelling && (
            <div className={styles.words} role="alert">
              {wentWithout && <strong>{t('noTokenSent')}</strong>}
              {renewal !== null && (
                <span>{t('renewalFailed', { why: `${renewal.title} · ${renewal.why}` })}</span>
              )}
              {isBad && (
                <>
                  <strong>
                    <code>{envelope.code}</code> {envelope.msg}
                  </strong>
                  <span>{meaning ?? t('codeUnknown')}</span>
                </>
              )}
            </div>
          )}
          {wentWithout && <SendWithToken />}
          {isRefused && !wentWithout && app !== null && (
            <div className={styles.remedies}>
              <RemedyButton remedy="edit-scope" {...remedies} />
              <RunDoctorButton appId={app.id} endpointId={run.endpointId} />
            </div>
          )}
        </div>
      )}
    </>
  );
}
