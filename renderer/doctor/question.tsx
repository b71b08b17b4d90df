import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { Button } from '../ui/button.tsx';
import styles from './doctor-screen.module.css';
import { answer, useDoctorStore } from './doctor-store.ts';

interface Props {
  readonly app: OAuthApp;
}

/** Asks before anything is sent to the other region; it stays in sight until it is answered. */
export function Question({ app }: Props) {
  const { t } = useTranslation('doctor');
  const question = useDoctorStore((state) => state.runs[app.id]?.report?.question ?? null);
  if (question?.kind !== 'other-region') return null;
  const { host } = question;
  return (
    <div className={styles.question} role="alert">
      <p>{t('askOther', { host })}</p>
      <div className={styles.answers}>
        <Button onPress={() => void answer(app.id, true)}>{t('askYes', { host })}</Button>
        <Button onPress={() => void answer(app.id, false)}>{t('askNo')}</Button>
      </div>
    </div>
  );
}
