import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeEntry } from '../../shared/practice-schema.ts';
import styles from './log-panel.module.css';
import { LogRow } from './log-row.tsx';
import { showRequest, usePracticeStore } from './practice-store.ts';

interface Props {
  /** Newest first. */
  readonly entries: readonly PracticeEntry[];
}

const rowHeight = 46;
const pageRows = 8;

function targetOf(key: string, index: number, last: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(last, index + 1),
    ArrowUp: Math.max(0, index - 1),
    PageDown: Math.min(last, index + pageRows),
    PageUp: Math.max(0, index - pageRows),
    Home: 0,
    End: last,
  };
  return targets[key] ?? null;
}

/** The rows in sight. What comes in above does not move what a person reads further down. */
export function LogRows({ entries }: Props) {
  const { t } = useTranslation('practice');
  const selected = usePracticeStore((state) => state.selected);
  const scroller = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(false);
  const newest = useRef(entries[0]?.number ?? 0);
  const current = Math.max(
    0,
    entries.findIndex(({ number }) => number === selected),
  );
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: useCallback((index: number) => entries[index]?.number ?? index, [entries]),
    overscan: 6,
    // The row that the keyboard is on stays, however far it is scrolled away: it would lose the focus.
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range);
        return shown.includes(current) ? shown : [...shown, current].toSorted((a, b) => a - b);
      },
      [current],
    ),
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    const added = entries.filter(({ number }) => number > newest.current).length;
    newest.current = Math.max(newest.current, entries[0]?.number ?? 0);
    if (element && element.scrollTop > 0) element.scrollTop += added * rowHeight;
  }, [entries]);

  const shownAs = useRef(selected);
  useEffect(() => {
    const index = entries.findIndex(({ number }) => number === selected);
    if (index < 0 || shownAs.current === selected) return;
    shownAs.current = selected;
    rows.scrollToIndex(index, { align: 'auto' });
    if (!takesFocus.current) return;
    takesFocus.current = false;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-index="${index}"] button`)
      ?.focus({ preventScroll: true });
  }, [entries, selected, rows]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const target = targetOf(event.key, current, entries.length - 1);
    const next = target === null ? undefined : entries[target];
    if (next === undefined) return;
    event.preventDefault();
    takesFocus.current = true;
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
