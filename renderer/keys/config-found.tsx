import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './import-dialog.module.css';
import { closeImport } from './import-store.ts';
import { openNewApp } from './keys-store.ts';
import { type ConfigImport, prefillOfConfig } from './prefill-of-config.ts';

interface Props {
  readonly config: ConfigImport;
}

/** What `coze_oauth_config.json` held; without a readable key the app can be made all the same. */
export function ConfigFound({ config }: Props) {
  const { t } = useTranslation(['keys', 'frame']);
  return (
    <>
      <Notice tone="good" title={t('import.configFound')} />
      <dl className={styles.facts}>
        <dt>{t('form.clientId')}</dt>
        <dd className="mono">{config.fields.clientId}</dd>
        {config.fields.region && (
          <>
            <dt>{t('form.region')}</dt>
            <dd>{t(`form.regions.${config.fields.region.kind}`)}</dd>
          </>
        )}
        {config.kid && (
          <>
            <dt>kid</dt>
            <dd className="mono">{config.kid}</dd>
          </>
        )}
      </dl>
      {!config.draft && (
        <div className={styles.actions}>
          <span className={styles.space} />
          <Button onPress={closeImport}>{t('frame:cancel')}</Button>
          <Button
            look="main"
            onPress={() => {
              openNewApp(prefillOfConfig(config.fields));
              closeImport();
            }}
          >
            {t('newApp')}
          </Button>
        </div>
      )}
    </>
  );
}
