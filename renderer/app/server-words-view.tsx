import { ChevronRight } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ServerWords } from '../../shared/problem.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { call } from './bridge-client.ts';
import { formatLocal } from './format-time.ts';
import styles from './problem-view.module.css';
import { SeeInPractice } from './see-in-practice.tsx';

interface Props {
  readonly words: ServerWords;
  /** Whether the body is shown from the start. */
  readonly isOpen: boolean;
}

/** Status and log id, and behind them times, type and body as the server sent them; a web page is shown as its source. */
export function ServerWordsView({ words, isOpen }: Props) {
  const { t } = useTranslation('frame');
  const { logId, contentType, at, serverTime } = words;
  return (
    <Disclosure className={styles.server ?? ''} defaultExpanded={isOpen}>
      <div className={styles.serverHead}>
        <Heading level={3}>
          <Button slot="trigger" className={styles.trigger ?? ''}>
            <ChevronRight size={12} strokeWidth={2} aria-hidden />
            {t('serverSaid')}
          </Button>
        </Heading>
        <span className={styles.fact}>HTTP {words.status}</span>
        {logId && (
          <span className={styles.fact}>
            {t('logId')} {logId}
          </span>
        )}
        {logId && (
          <CopyButton
            label={t('copyLogId')}
            doneLabel={t('copied')}
            onCopy={() => call('app.copyText', { text: logId })}
          />
        )}
        <SeeInPractice logId={logId} />
      </div>
      <DisclosurePanel>
        <div className={styles.facts}>
          {contentType && <span>{contentType}</span>}
          <span>{t('receivedAt', { time: formatLocal(at) })}</span>
          {serverTime !== null && <span>{t('serverTime', { time: formatLocal(serverTime) })}</span>}
        </div>
        <pre className={styles.body}>{words.body === '' ? t('emptyBody') : words.body}</pre>
      </DisclosurePanel>
    </Disclosure>
  );
}
