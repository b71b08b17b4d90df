import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import styles from './notice-times.module.css';
import { Row } from './settings-row.tsx';

/** The addresses beside the app's own that a person let have tokens and secret variables. */
export function TokenOrigins() {
  const { t } = useTranslation('settings');
  const origins = useAppStore((state) => state.profile.settings.tokenOrigins);
  const remove = (gone: string) =>
    void attempt(call('settings.change', { tokenOrigins: origins.filter((origin) => origin !== gone) }));
  return (
    <Row name="tokenOrigins" title={t('tokenOrigins')} detail={t('tokenOriginsHint')}>
      {origins.length === 0 ? (
        <span className="secondary">{t('tokenOriginsNone')}</span>
      ) : (
        <ul className={styles.chips} aria-label={t('tokenOrigins')}>
          {origins.map((origin) => (
            <li key={origin} className={styles.chip}>
              {origin}
              <Button
                look="ghost"
                square
                className={styles.remove ?? ''}
                aria-label={t('tokenOriginRemove', { origin })}
                onPress={() => remove(origin)}
              >
                <X size={12} strokeWidth={1.75} />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
}
