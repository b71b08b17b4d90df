import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore, useKeys } from '../app/app-store.ts';
import { onCommand } from '../app/commands.ts';
import { useTargets } from '../app/open-targets.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { AppFormPanel } from './app-form-panel.tsx';
import { AppList } from './app-list.tsx';
import { GenerateDialog } from './generate-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { openImport } from './import-store.ts';
import { KeyDetail } from './key-detail.tsx';
import { KeyList } from './key-list.tsx';
import styles from './keys-screen.module.css';
import { newAppId, openNewApp, select, useKeysStore } from './keys-store.ts';

export function KeysScreen() {
  const { t } = useTranslation('keys');
  const appToEdit = useTargets((state) => state.appToEdit);
  const appToGetKey = useTargets((state) => state.appToGetKey);
  useEffect(() => onCommand('new-app', () => openNewApp()), []);
  useEffect(() => onCommand('import-key', () => openImport()), []);
  useEffect(() => {
    if (appToEdit === null) return;
    select({ kind: 'app', id: appToEdit });
    if (appToGetKey !== null) openImport(appToGetKey);
    useTargets.setState({ appToEdit: null, appToGetKey: null });
  }, [appToEdit, appToGetKey]);
  return (
    <div className={styles.screen}>
      <div className={styles.lists}>
        <h1 className={styles.title}>{t('title')}</h1>
        <AppList />
        <KeyList />
      </div>
      <div className={styles.detail}>
        <Detail />
      </div>
      <ImportDialog />
      <GenerateDialog />
    </div>
  );
}

function Detail() {
  const { t } = useTranslation('keys');
  const selection = useKeysStore((state) => state.selection);
  const apps = useAppStore((state) => state.profile.apps);
  const currentAppId = useAppStore((state) => state.profile.currentAppId);
  const keys = useKeys();
  if (selection.kind === 'new-app') return <AppFormPanel key={newAppId} app={null} />;
  if (selection.kind === 'key') {
    const key = keys.find((candidate) => candidate.id === selection.id);
    if (key) return <KeyDetail key={key.id} signingKey={key} />;
  }
  const appId = selection.kind === 'app' ? selection.id : currentAppId;
  const app = apps.find((candidate) => candidate.id === appId);
  if (app) return <AppFormPanel key={app.id} app={app} />;
  const isFirst = apps.length === 0 && keys.length === 0;
  return (
    <EmptyState
      action={
        <>
          {apps.length === 0 && <Button onPress={() => openNewApp()}>{t('newApp')}</Button>}
          {isFirst && <Button onPress={() => openImport()}>{t('form.importNew')}</Button>}
        </>
      }
    >
      {t(isFirst ? 'nothingYet' : 'nothingChosen')}
    </EmptyState>
  );
}
