import { type KeyboardEvent, useCallback, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeEntry } from '../../shared/practice-schema.ts';
import { rowAfterKey, useRovingRows } from '../ui/use-roving-rows.ts';
import styles from './log-panel.module.css';
import { LogRow } from './log-row.tsx';
import { showRequest, usePracticeStore } from './practice-store.ts';

interface Props {
  /** Newest first. */
  readonly entries: readonly PracticeEntry[];
}

const rowHeight = 46;
/** The rows in sight. What comes in above does not move what a person reads further down. */
export function LogRows({ entries }: Props) {
  const { t } = useTranslation('practice');
  const selected = usePracticeStore((state) => state.selected);
  const newest = useRef(entries[0]?.number ?? 0);
  const { rows, scroller, current, focusNext } = useRovingRows({
    count: entries.length,
    rowHeight,
    keyOf: useCallback((index: number) => entries[index]?.number ?? index, [entries]),
    selectedKey: selected,
    selectedIndex: entries.findIndex(({ number }) => number === selected),
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    const added = entries.filter(({ number }) => number > newest.current).length;
    newest.current = Math.max(newest.current, entries[0]?.number ?? 0);
    if (element && element.scrollTop > 0) element.scrollTop += added * rowHeight;
  }, [entries, scroller]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const target = rowAfterKey(event.key, current, entries.length);
    const next = target === null ? undefined : entries[target];
    if (next === undefined) return;
    event.preventDefault();
    focusNext();
    showRequest(next.number);
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        className={styles.rows}
        style={{ height: rows.getTotalSize() }}
        aria-label={t('log.title')}
        onKeyDown={onKeyDown}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index];
          return (
            entry && (
              <LogRow
                key={entry.number}
                entry={entry}
                index={index}
                count={entries.length}
                top={start}
                isCurrent={index === current}
                isSelected={entry.number === selected}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}
