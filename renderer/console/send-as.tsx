import { useTranslation } from 'react-i18next';
import { formatCountdown } from '../../shared/format-countdown.ts';
import { tokenInUse, useAppStore, useCurrentApp } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { lifeOf } from '../app/token-life.ts';
import { useNow } from '../app/use-now.ts';
import { Choice } from '../ui/choice.tsx';
import styles from './console-screen.module.css';

/** Which app's token goes with the request. */
export function SendAs() {
  const { t } = useTranslation('console');
  const apps = useAppStore((state) => state.profile.apps);
  const app = useCurrentApp();
  if (!app) return <span className="secondary">{t('noApp')}</span>;
  return (
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
  );
}

/** What will happen about the token when Send is pressed. */
export function TokenForecast() {
  const { t } = useTranslation('console');
  const tokens = useAppStore((state) => state.tokens);
  const appId = useAppStore((state) => state.profile.currentAppId);
  const now = useNow();
  const token = tokenInUse(tokens, appId, now);
  const life = token && lifeOf(token, now);
  if (appId === null) return null;
  return (
    <span className="tabular">
      {life && life.liveness !== 'expired'
        ? t('tokenLive', { left: formatCountdown(life.secondsLeft) })
        : t('tokenMissing')}
    </span>
  );
}
