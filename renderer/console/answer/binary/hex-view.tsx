import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchStart } from '../reading/fetch-body.ts';
import styles from './binary.module.css';
import { type HexRow, hexRows } from './hex-rows.ts';

interface Props {
  readonly address: string;
}

const shownBytes = 1024;

/** The first bytes of what nothing else can show. */
export function HexView({ address }: Props) {
  const { t } = useTranslation('answer');
  const [rows, setRows] = useState<readonly HexRow[]>([]);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void fetchStart(address, shownBytes).then((bytes) => {
      if (!isCurrent) return;
      setCount(bytes.length);
      setRows(hexRows(bytes));
    });
    return () => {
      isCurrent = false;
    };
  }, [address]);
  if (count === 0) return null;
  return (
    <section className={styles.hex} aria-label={t('firstBytes', { count })}>
      <h3 className="secondary">{t('firstBytes', { count })}</h3>
      <pre>
        {rows.map(({ at, bytes, text }) => (
          <span key={at} className={styles.hexRow}>
            <span className={styles.at}>{at}</span>
            <span className={styles.bytes}>{bytes}</span>
            <span className={styles.ascii}>{`${text}\n`}</span>
          </span>
        ))}
      </pre>
    </section>
  );
}
