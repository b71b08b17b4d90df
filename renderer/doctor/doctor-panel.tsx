import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { useKeys } from '../app/app-store.ts';
import { Button } from '../ui/button.tsx';
import styles from './doctor-screen.module.css';
import { cancelRun, examine, isUnderway, useDoctorStore } from './doctor-store.ts';
import { EndpointChoice } from './endpoint-choice.tsx';

interface Props {
  readonly app: OAuthApp;
}

/** Who is examined, for which call, and the button that begins. */
export function DoctorPanel({ app }: Props) {
  const { t } = useTranslation(['doctor', 'frame']);
  const run = useDoctorStore((state) => state.runs[app.id]);
  const key = useKeys().find(({ id }) => id === app.keyInUse);
  const timesNamed = useDoctorStore((state) => state.timesNamed);
  const underway = isUnderway(run);
  const { region } = app;
  return (
    <div className={styles.panel}>
      <p className="secondary">{t('intro')}</p>
      <dl className={styles.identity}>
        <dt>{t('app')}</dt>
        <dd title={app.name}>{app.name}</dd>
        <dt>{t('region')}</dt>
        <dd>{region.kind === 'custom' ? region.baseUrl : t(`frame:regions.${region.kind}`)}</dd>
        <dt>{t('key')}</dt>
        <dd title={key?.label}>{key?.label ?? t('noKey')}</dd>
        <dt>kid</dt>
        <dd className={styles.mono} title={key?.kid ?? undefined}>
          {key?.kid ?? '—'}
        </dd>
      </dl>
      <EndpointChoice key={timesNamed} />
      <p className="secondary">{t('sends')}</p>
      <div className={styles.action}>
        {underway && <Button onPress={() => void cancelRun(app.id)}>{t('cancel')}</Button>}
        <Button look="main" isDisabled={underway} onPress={() => void examine(app.id)}>
          {run ? t('runAgain') : t('run')}
        </Button>
      </div>
    </div>
  );
}
