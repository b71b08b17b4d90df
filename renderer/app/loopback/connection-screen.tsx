import { LoaderCircle, PlugZap } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { MintMark } from '../../ui/mint-mark.tsx';
import { type Connection, useConnectionStore } from '../connection-store.ts';
import styles from './connection-screen.module.css';
import { retryNow } from './keep-connected.ts';

type Trouble = Exclude<Connection, { readonly kind: 'connected' }>;

/** Over everything while the host cannot be reached; what is below stays as it is. */
export function ConnectionScreen() {
  const connection = useConnectionStore((state) => state.connection);
  return connection.kind === 'connected' ? null : <TroubleScreen trouble={connection} />;
}

interface Props {
  readonly trouble: Trouble;
}

function wordsFor(trouble: Trouble) {
  switch (trouble.kind) {
    case 'lost':
      return 'lost';
    case 'no-session':
      return trouble.isLinkUsed ? 'linkUsed' : 'noSession';
    case 'too-many-pages':
      return 'tooManyPages';
    case 'ended':
      return 'ended';
  }
}

function TroubleScreen({ trouble }: Props) {
  const { t } = useTranslation('connection');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const words = wordsFor(trouble);
  return (
    <dialog
      ref={dialog}
      className={styles.screen}
      aria-labelledby="connection-title"
      aria-describedby="connection-text"
      // So that a dialog of the screens does not hide it.
      data-react-aria-top-layer="true"
      onCancel={(event) => event.preventDefault()}
    >
      <div className={styles.words} role="status">
        <MintMark size={40} />
        <h1 id="connection-title">{t(`${words}.title`)}</h1>
        <p id="connection-text">{t(`${words}.text`)}</p>
        <p className={styles.attempt}>
          {trouble.kind === 'lost' && (
            <>
              <LoaderCircle size={14} strokeWidth={1.5} aria-hidden />
              {t('attempt', { number: trouble.attempt })}
            </>
          )}
        </p>
      </div>
      <Button look={trouble.kind === 'too-many-pages' ? 'main' : 'plain'} onPress={retryNow}>
        <PlugZap size={15} strokeWidth={1.5} aria-hidden />
        {t('retry')}
      </Button>
    </dialog>
  );
}
