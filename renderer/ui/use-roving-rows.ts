import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';

const pageRows = 8;

/** Where a key leads from row `index` of `count`, -1 for none of them; null for a key that leads nowhere. */
export function rowAfterKey(key: string, index: number, count: number, page = pageRows): number | null {
  const last = count - 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(last, index + 1),
    ArrowUp: Math.max(0, index - 1),
    PageDown: Math.min(last, index + page),
    PageUp: Math.max(0, index - page),
    Home: 0,
    End: last,
  };
  return targets[key] ?? null;
}

interface Options {
  readonly count: number;
  /** Pixels. */
  readonly rowHeight: number;
  /** What a row is known by, wherever it stands; keep the function for as long as the rows stay. */
  readonly keyOf: (index: number) => string | number;
  /** The row that is selected, by its key and by its place, which is -1 while it is not there. */
  readonly selectedKey: string | number | null;
  readonly selectedIndex: number;
}

/**
 * The rows that are in sight, out of any number, of which Tab reaches one. A row that is selected comes into sight, and
 * after `focusNext` takes the focus as well: what takes it in a row has the attribute `data-row-button`, and the row
 * `data-index`.
 */
export function useRovingRows({ count, rowHeight, keyOf, selectedKey, selectedIndex }: Options) {
  const scroller = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(false);
  const shownKey = useRef(selectedKey);
  const current = Math.max(0, selectedIndex);

  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
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

  useEffect(() => {
    if (selectedIndex < 0 || shownKey.current === selectedKey) return;
    shownKey.current = selectedKey;
    rows.scrollToIndex(selectedIndex, { align: 'auto' });
    if (!takesFocus.current) return;
    takesFocus.current = false;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-index="${selectedIndex}"] [data-row-button]`)
      ?.focus({ preventScroll: true });
  }, [selectedIndex, selectedKey, rows]);

  const focusNext = () => {
    takesFocus.current = true;
  };
  return { rows, scroller, current, focusNext };
}
