import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { sourceName } from '../../shared/i18n/source-name.ts';
import { visibleText } from '../../shared/text/visible-text.ts';
import { ClaimTime } from './claim-time.tsx';
import { type ClaimRow, maxRows } from './inspection/token-view.ts';
import styles from './jwt-screen.module.css';

interface Props {
  readonly segment: 'header' | 'payload';
  readonly rows: readonly ClaimRow[];
  /** Of the object itself; more than there are rows where the rest is left to the JSON. */
  readonly members: number;
}

/** A row for each member: its name, its value digit by digit, what it is for, and its date. */
export function ClaimTable({ segment, rows, members }: Props) {
  const { t } = useTranslation('jwt');
  return (
    <>
      <table className={styles.claims} aria-label={t(segment)}>
        <tbody>
          {rows.map((row) => (
            <ClaimRowView key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length >= maxRows && (
        <p className="secondary">{t('moreRows', { shown: rows.length, count: members })}</p>
      )}
    </>
  );
}

interface RowProps {
  readonly row: ClaimRow;
}

const ClaimRowView = memo(function ClaimRowView({ row }: RowProps) {
  const { t, i18n } = useTranslation(['findings', 'jwt']);
  const { name, depth, value, isCut, time, explanation } = row;
  return (
    <tr>
      <th scope="row" data-depth={Math.min(depth, 3)}>
        {visibleText(name)}
      </th>
      <td>
        {value !== null && <div className={styles.value}>{visibleText(value)}</div>}
        {isCut && <div className={styles.meaning}>{t('jwt:cut')}</div>}
        {time && <ClaimTime time={time} />}
        {explanation && (
          <div className={styles.meaning}>
            {t(explanation.textKey)}{' '}
            <span className={styles.source}>
              {sourceName(explanation.source, i18n.language === 'zh' ? 'zh' : 'en')}
            </span>
          </div>
        )}
      </td>
    </tr>
  );
});
