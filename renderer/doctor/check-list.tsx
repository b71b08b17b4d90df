import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { checkNames, type DoctorCheck } from '../../shared/doctor.ts';
import { CheckRow } from './check-row.tsx';
import styles from './doctor-screen.module.css';
import { useDoctorStore } from './doctor-store.ts';
import { useDoctorRemedies } from './use-doctor-remedies.ts';
import { whereToWait } from './where-to-wait.ts';

interface Props {
  readonly app: OAuthApp;
}

const blank: readonly DoctorCheck[] = checkNames.map((name) => ({
  name,
  state: 'waiting',
  finding: null,
  params: {},
  seen: [],
  causes: [],
  lint: [],
  problem: null,
  elapsedMs: null,
}));

/** Every check as a row, from the start, so that nothing moves while they are made. */
export function CheckList({ app }: Props) {
  const { t } = useTranslation('doctor');
  const report = useDoctorStore((state) => state.runs[app.id]?.report ?? null);
  const actions = useDoctorRemedies(app);
  const { 'mint-later': _, ...withoutWait } = actions.remedies;
  const waitsAt = report === null ? null : whereToWait(report);
  const hasEnded = report?.state === 'stopped' || report?.state === 'done';
  return (
    <ol className={styles.checks} aria-label={t('checks')}>
      {(report?.checks ?? blank).map((check) => (
        <CheckRow
          key={`${report?.startedAt ?? 0} ${check.name}`}
          check={check}
          actions={check.name === waitsAt ? actions : { ...actions, remedies: withoutWait }}
          showsWarning={hasEnded && report.cause === null}
          isStop={hasEnded && report.cause === check.name}
        />
      ))}
    </ol>
  );
}
