import {
  CircleCheck,
  CircleSlash,
  CircleX,
  LoaderCircle,
  MessageCircleQuestion,
  TriangleAlert,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { DoctorReport } from '../../shared/doctor.ts';
import { describeVerdict } from '../../shared/i18n/describe-check.ts';
import { doctorPlainText } from '../../shared/i18n/doctor-plain-text.ts';
import { useKeys } from '../app/app-store.ts';
import { CopyForSupport } from '../app/copy-for-support.tsx';
import { formatClock } from '../app/format-time.ts';
import { useAtSecond } from '../app/use-now.ts';
import { Button } from '../ui/button.tsx';
import styles from './doctor-screen.module.css';
import { answer, useDoctorStore } from './doctor-store.ts';
import { isFromBefore } from './is-from-before.ts';

interface Props {
  readonly app: OAuthApp;
}

function iconOf(report: DoctorReport) {
  if (report.state === 'running') return LoaderCircle;
  if (report.state === 'asking') return MessageCircleQuestion;
  if (report.state === 'cancelled') return CircleSlash;
  if (report.cause !== null) return CircleX;
  return report.checks.some(({ state }) => state === 'warning') ? TriangleAlert : CircleCheck;
}

function toneOf(report: DoctorReport): string {
  if (report.state === 'running' || report.state === 'cancelled') return 'quiet';
  if (report.state === 'asking') return 'asking';
  if (report.cause !== null) return 'failed';
  return report.checks.some(({ state }) => state === 'warning') ? 'warning' : 'passed';
}

interface WhenProps {
  readonly startedAt: number;
  readonly isOld: boolean;
}

/** When the run was, and whether the app has been changed since. */
function When({ startedAt, isOld }: WhenProps) {
  const { t, i18n } = useTranslation('doctor');
  const time = useAtSecond((now) => formatClock(startedAt, now, i18n.language));
  return isOld ? <strong>{t('ranBefore', { time })}</strong> : t('ranAt', { time });
}

/** The outcome in one line, and when it was found; their place is kept from the start. */
export function Verdict({ app }: Props) {
  const { t, i18n } = useTranslation('doctor');
  const report = useDoctorStore((state) => state.runs[app.id]?.report ?? null);
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const keys = useKeys();
  const isOld = report !== null && isFromBefore(report, app, keys);
  const Icon = report === null ? null : iconOf(report);
  const ended = report !== null && report.state !== 'running' && report.state !== 'asking';
  return (
    <div className={styles.verdict}>
      <div className={styles.said}>
        <h2 className={styles.verdictText} data-tone={report === null || isOld ? 'quiet' : toneOf(report)}>
          {Icon && <Icon size={16} strokeWidth={1.5} aria-hidden />}
          <span role="status">{report === null ? t('checks') : describeVerdict(report, language)}</span>
        </h2>
        <p className={styles.when}>{report && <When startedAt={report.startedAt} isOld={isOld} />}</p>
      </div>
      {report?.question?.kind === 'go-on' && !isOld && (
        <Button look="ghost" onPress={() => void answer(app.id, true)}>
          {t('goOn')}
        </Button>
      )}
      {ended && <CopyForSupport report={() => doctorPlainText(report, language)} />}
    </div>
  );
}
