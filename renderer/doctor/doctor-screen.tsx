import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentApp } from '../app/app-store.ts';
import { runCommand } from '../app/commands.ts';
import { useTargets } from '../app/open-targets.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { CheckList } from './check-list.tsx';
import { DoctorPanel } from './doctor-panel.tsx';
import styles from './doctor-screen.module.css';
import { examineFor } from './doctor-store.ts';
import { Question } from './question.tsx';
import { Verdict } from './verdict.tsx';

export function DoctorScreen() {
  const { t } = useTranslation('doctor');
  const app = useCurrentApp();
  const asked = useTargets((state) => state.appToExamine);
  useEffect(() => {
    if (asked === null || asked.appId !== app?.id) return;
    useTargets.setState({ appToExamine: null });
    void examineFor(asked);
  }, [asked, app?.id]);
  if (!app) {
    return (
      <EmptyState action={<Button onPress={() => runCommand('new-app')}>{t('newApp')}</Button>}>
        {t('noApp')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.screen}>
      <div className={styles.left}>
        <h1>{t('title')}</h1>
        <DoctorPanel key={app.id} app={app} />
      </div>
      <div className={styles.right}>
        <Verdict app={app} />
        <Question app={app} />
        <CheckList app={app} />
      </div>
    </div>
  );
}
