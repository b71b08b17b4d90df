import { ChevronRight } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ServerWords } from '../../shared/problem.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { call } from './bridge-client.ts';
import styles from './problem-view.module.css';

interface Props {
  readonly words: ServerWords;
}

/** Status, log id and body as the server sent them. */
export function ServerWordsView({ words }: Props) {
  const { t } = useTranslation();
  const { logId } = words;
  return (
    <Disclosure className={styles.server ?? ''} defaultExpanded>
      <Heading>
        <Button slot="trigger" className={styles.trigger ?? ''}>
          <ChevronRight size={12} strokeWidth={2} aria-hidden />
          {t('serverSaid')}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className={styles.facts}>
          <span>HTTP {words.status}</span>
          {words.contentType && <span>{words.contentType}</span>}
          {logId && (
            <span>
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
        </div>
        <pre className={styles.body}>{words.body === '' ? t('emptyBody') : words.body}</pre>
      </DisclosurePanel>
    </Disclosure>
  );
}
