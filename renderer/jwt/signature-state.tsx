import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DecodedToken } from '../../shared/jwt/decode-token.ts';
import styles from './jwt-screen.module.css';

interface Props {
  readonly token: DecodedToken | null;
}

/** Beside the token at all times: what is known of its signature. Nothing is checked here yet. */
export function SignatureState({ token }: Props) {
  const { t } = useTranslation('jwt');
  return (
    <div className={styles.signature} role="status">
      {token && (
        <>
          <span className={styles.state}>
            <CircleHelp size={14} strokeWidth={1.75} aria-hidden />
            {t('signature.line', { state: t('signature.not-checked') })}
          </span>
          <span className={styles.hint}>{t('signature.hint')}</span>
        </>
      )}
    </div>
  );
}
