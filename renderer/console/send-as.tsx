import { useTranslation } from 'react-i18next';
import { useAppStore, useCurrentApp } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { Choice } from '../ui/choice.tsx';
import styles from './console-screen.module.css';
import { TokenChooser } from './token-chooser.tsx';
import { useTokenChoice } from './use-sender.ts';

/** Which app's token goes with the request, or which token. */
export function SendAs() {
  const { t } = useTranslation('console');
  const apps = useAppStore((state) => state.profile.apps);
  const app = useCurrentApp();
  const choice = useTokenChoice();
  return (
    <div className={styles.sender}>
      {app === null && choice.kind !== 'token' && <span className="secondary">{t('noApp')}</span>}
      {app && (
        <div className={styles.app}>
          <span className="secondary" aria-hidden>
            {t('app')}
          </span>
          <Choice
            label={t('app')}
            hideLabel
            value={app.id}
            options={apps.map((entry) => ({ value: entry.id, label: entry.name, detail: entry.clientId }))}
            onChange={(appId) => void attempt(call('apps.choose', { appId }))}
          />
        </div>
      )}
      <TokenChooser />
    </div>
  );
}
