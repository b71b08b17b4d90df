import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MintOptions, OAuthApp } from '../../shared/coze/app.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import styles from './mint-screen.module.css';
import { longestName } from './session-names.ts';

const SessionsDialog = lazy(() =>
  import('./sessions-dialog.tsx').then((module) => ({ default: module.SessionsDialog })),
);

interface Props {
  readonly app: OAuthApp;
  /** What the form comes to but for the session name; null while that cannot be sent. */
  readonly options: MintOptions | null;
  readonly value: string;
  readonly isTooLong: boolean;
  readonly onChange: (value: string) => void;
}

/** The session name, or the way to several at once. */
export function SessionField({ app, options, value, isTooLong, onChange }: Props) {
  const { t } = useTranslation(['mint', 'tokens']);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.session}>
      <Field
        label={t('sessionName')}
        hint={t('sessionHint')}
        value={value}
        onChange={onChange}
        problem={isTooLong ? t('sessionTooLong', { limit: longestName }) : undefined}
      />
      <Button
        look="ghost"
        className={styles.several ?? ''}
        isDisabled={options === null}
        onPress={() => setIsOpen(true)}
      >
        {t('tokens:sessions.open')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && options !== null && (
          <SessionsDialog app={app} options={options} onClose={() => setIsOpen(false)} />
        )}
      </Suspense>
    </div>
  );
}
