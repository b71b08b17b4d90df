import { CircleCheck, CircleX, LoaderCircle, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PracticeEntry } from '../../shared/practice-schema.ts';
import { formatClock } from '../app/format-time.ts';
import { HintedIcon } from '../ui/hinted-icon.tsx';
import { isRefused } from './filter-log.ts';
import styles from './log-panel.module.css';
import { showRequest } from './practice-store.ts';
import { useEndpointName } from './use-endpoint-name.ts';
import { useFaultName } from './use-fault-name.ts';

interface Props {
  readonly entry: PracticeEntry;
  readonly index: number;
  readonly count: number;
  readonly top: number;
  /** The one row that Tab reaches. */
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
}

/** One request in two lines: what it was and how it went, then where to and when. */
export const LogRow = memo(function LogRow({ entry, index, count, top, isCurrent, isSelected }: Props) {
  const { t, i18n } = useTranslation('practice');
  const name = useEndpointName()(entry.endpointId) || t('log.unknownPath');
  const faultName = useFaultName();
  const { method, path, status, refusedWith, durationMs, fault } = entry;
  const refused = isRefused(entry);
  const Icon = refused ? CircleX : durationMs === null ? LoaderCircle : CircleCheck;
  const outcome =
    refusedWith === null
      ? t(refused ? 'log.broken' : 'log.passed', { status })
      : t('log.refused', { code: refusedWith });
  return (
    <li
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={count}
    >
      <Button
        className={styles.rowButton ?? ''}
        data-row-button
        excludeFromTabOrder={!isCurrent}
        {...(isSelected ? { 'aria-current': true } : {})}
        onPress={() => showRequest(entry.number)}
      >
        <span className={styles.first}>
          <Icon
            size={14}
            strokeWidth={1.75}
            aria-hidden
            className={styles.icon}
            data-tone={refused ? 'bad' : 'good'}
          />
          <span className={styles.name}>{name}</span>
          {fault !== null && (
            <HintedIcon
              icon={TriangleAlert}
              size={13}
              text={t('log.suffered', { fault: faultName(fault) })}
              className={styles.fault}
            />
          )}
          <span className="visually-hidden">{outcome}</span>
          <span className={styles.status} data-tone={refused ? 'bad' : 'good'}>
            {status}
          </span>
        </span>
        <span className={styles.second}>
          <code className={styles.path}>
            {method} {path}
          </code>
          <span className={styles.time}>
            {durationMs === null ? t('log.onItsWay') : t('log.ms', { ms: durationMs })}
          </span>
          <span className={styles.time}>{formatClock(entry.at, entry.at, i18n.language)}</span>
        </span>
      </Button>
    </li>
  );
});
