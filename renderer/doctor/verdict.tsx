import {
  CircleAlert,
  CircleCheck,
  CircleSlash,
  LoaderCircle,
  MessageCircleQuestion,
  TriangleAlert,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { DoctorReport } from '../../shared/doctor.ts';
import { describeVerdict } from '../../shared/i18n/describe-check.ts';
import { doctorPlainText } from '../../shared/i18n/doctor-plain-text.ts';
import { CopyForSupport } from '../app/copy-for-support.tsx';
import { Button } from '../ui/button.tsx';
import styles from './doctor-screen.module.css';
import { answer, useDoctorStore } from './doctor-store.ts';

interface Props {
  readonly app: OAuthApp;
}

function iconOf(report: DoctorReport) {
  if (report.state === 'running') return LoaderCircle;
  if (report.state === 'asking') return MessageCircleQuestion;
  if (report.state === 'cancelled') return CircleSlash;
  if (report.cause !== null) return CircleAlert;
  return report.checks.some(({ state }) => state === 'warning') ? TriangleAlert : CircleCheck;
}

function toneOf(report: DoctorReport): string {
  if (report.state === 'running' || report.state === 'cancelled') return 'quiet';
  if (report.state === 'asking') return 'asking';
  if (report.cause !== null) return 'failed';
  return report.checks.some(({ state }) => state === 'warning') ? 'warning' : 'passed';
}

/** The outcome in one line; its place is kept from the start. */
export function Verdict({ app }: Props) {
  const { t, i18n } = useTranslation('doctor');
  const report = useDoctorStore((state) => state.runs[app.id]?.report ?? null);
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const Icon = report === null ? null : iconOf(report);
  const ended = report !== null && report.state !== 'running' && report.state !== 'asking';
  return (
    <div className={styles.verdict}>
      <h2 className={styles.verdictText} data-tone={report === null ? 'quiet' : toneOf(report)}>
        {Icon && <Icon size={16} strokeWidth={1.5} aria-hidden />}
        <span role="status">{report === null ? t('checks') : describeVerdict(report, language)}</span>
      </h2>
      {report?.question?.kind === 'go-on' && (
        <Button look="ghost" onPress={() => void answer(app.id, true)}>
          {t('goOn')}
        </Button>
      )}
      {ended && <CopyForSupport report={() => doctorPlainText(report, language)} />}
    </div>
  );
}
