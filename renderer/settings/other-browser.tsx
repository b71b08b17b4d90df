import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Row } from './settings-row.tsx';
import styles from './settings-screen.module.css';

async function makeLink(): Promise<string | null> {
  const { newLink } = await import('../app/loopback/new-link.ts');
  return newLink();
}

/** In a browser: a link that lets another browser in. */
export function OtherBrowser() {
  const { t } = useTranslation(['connection', 'frame']);
  const [link, setLink] = useState<string | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const make = async () => {
    const made = await makeLink();
    setLink(made);
    setHasFailed(made === null);
  };
  return (
    <Row
      title={t('newLink')}
      detail={t('newLinkHint')}
      problem={
        hasFailed ? (
          <Notice tone="error" title={t('linkFailed')} />
        ) : (
          link && (
            <div className={styles.link}>
              <code>{link}</code>
              <CopyButton
                label={t('frame:copy')}
                doneLabel={t('frame:copied')}
                onCopy={() => attempt(call('app.copyText', { text: link }))}
              />
            </div>
          )
        )
      }
    >
      <Button onPress={() => void make()}>{t('makeLink')}</Button>
    </Row>
  );
}
