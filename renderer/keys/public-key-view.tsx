import { useTranslation } from 'react-i18next';
import { call } from '../app/bridge-client.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import styles from './public-key-view.module.css';

interface Props {
  readonly pem: string;
}

export function PublicKeyView({ pem }: Props) {
  const { t } = useTranslation(['keys', 'frame']);
  return (
    <div className={styles.frame}>
      <pre className={styles.pem}>{pem.trim()}</pre>
      <div className={styles.copy}>
        <CopyButton
          label={t('detail.copyPublicKey')}
          doneLabel={t('frame:copied')}
          onCopy={() => call('app.copyText', { text: pem })}
        />
      </div>
    </div>
  );
}
