import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAppStore } from './app-store.ts';
import styles from './banners.module.css';
import { call } from './bridge-client.ts';
import { attempt } from './toast-store.ts';

/** What concerns every screen: a profile that was set aside, a keychain that does not answer. */
export function Banners() {
  const { t } = useTranslation();
  const setAside = useAppStore((state) => state.profileSetAside);
  const keychain = useAppStore((state) => state.keychain);
  const [seen, setSeen] = useState(false);
  const showSetAside = setAside !== null && !seen;
  if (!showSetAside && keychain === 'ready') return null;
  return (
    <div className={styles.banners}>
      {showSetAside && (
        <Notice tone="warning" actions={<Button onPress={() => setSeen(true)}>{t('close')}</Button>}>
          {t('profileSetAside', { file: setAside })}
        </Notice>
      )}
      {keychain !== 'ready' && (
        <Notice
          tone="warning"
          actions={
            <Button onPress={() => void attempt(call('keychain.check', null))}>{t('keychain.check')}</Button>
          }
        >
          {t(`keychain.${keychain}`)}
        </Notice>
      )}
    </div>
  );
}
