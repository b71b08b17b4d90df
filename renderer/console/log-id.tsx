import { useTranslation } from 'react-i18next';
import { call } from '../app/bridge-client.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import styles from './log-id.module.css';

/** The log id at the end of a status line, with its copying. */
export function LogId({ logId }: { readonly logId: string }) {
  const { t } = useTranslation('frame');
  return (
    <div className={styles.logId}>
      {t('logId')} <code>{logId}</code>
      <CopyButton
        label={t('copyLogId')}
        doneLabel={t('copied')}
        onCopy={() => call('app.copyText', { text: logId })}
      />
    </div>
  );
}
