import { useTranslation } from 'react-i18next';
import type { DecodedToken } from '../../shared/jwt/decode-token.ts';
import { Segmented } from '../ui/choice.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './jwt-screen.module.css';
import { useJwtStore } from './jwt-store.ts';
import { SegmentView } from './segment-view.tsx';

interface Props {
  readonly token: DecodedToken;
}

export function TokenParts({ token }: Props) {
  const { t } = useTranslation('jwt');
  const view = useJwtStore((state) => state.view);
  const signature = token.segments[2] ?? '';
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.format}>
          {token.format === 'jwe' ? t('jwe') : token.format === 'broken' ? t('broken') : 'JWS'} ·{' '}
          {t('bytes', { count: token.text.length })}
        </span>
        <Segmented
          label={t('view')}
          hideLabel
          value={view}
          options={[
            { value: 'claims', label: t('claims') },
            { value: 'json', label: t('json') },
          ]}
          onChange={(next) => useJwtStore.setState({ view: next })}
        />
      </div>
      <FindingList findings={token.findings} />
      <SegmentView name="header" segment={token.header} view={view} />
      {token.format !== 'jwe' && <SegmentView name="payload" segment={token.payload} view={view} />}
      {token.format !== 'jwe' && signature !== '' && (
        <section className={`${styles.part} ${styles.signaturePart}`}>
          <div className={styles.partHead}>
            <h2>{t('signaturePart')}</h2>
            {token.signature && (
              <span className={styles.format}>{t('bytes', { count: token.signature.length })}</span>
            )}
          </div>
          <code className={styles.bytes}>{signature.slice(0, 4096)}</code>
        </section>
      )}
    </>
  );
}
