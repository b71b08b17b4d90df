import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { openScreen, useAppStore, useKeys } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { openAppEditor } from '../app/open-targets.ts';
import { attempt } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import styles from './practice-screen.module.css';

/** The apps that practice Coze knows, each with the key that signs. */
export function PracticeApps() {
  const { t } = useTranslation('practice');
  const apps = useAppStore((state) => state.profile.apps);
  const own = apps.filter(({ region }) => region.kind === 'practice');
  if (own.length === 0) return <p className={styles.noApp}>{t('noApp')}</p>;
  return (
    <ul className={styles.apps} aria-label={t('apps')}>
      {own.map((app) => (
        <AppRow key={app.id} app={app} />
      ))}
    </ul>
  );
}

interface Props {
  readonly app: OAuthApp;
}

function AppRow({ app }: Props) {
  const { t } = useTranslation('practice');
  const key = useKeys().find(({ id }) => id === app.keyInUse);
  const mintWith = async () => {
    if (await attempt(call('apps.choose', { appId: app.id }).then(() => true))) openScreen('mint');
  };
  return (
    <li className={styles.app}>
      <span className={styles.appName}>{app.name}</span>
      <code>iss {app.clientId}</code>
      <code className={styles.kid}>{key === undefined ? t('noKey') : `kid ${key.kid ?? '—'}`}</code>
      <Button look="ghost" onPress={() => openAppEditor(app.id)}>
        {t('openInKeys')}
      </Button>
      <Button look="ghost" onPress={() => void mintWith()}>
        {t('mintWith')}
      </Button>
    </li>
  );
}
