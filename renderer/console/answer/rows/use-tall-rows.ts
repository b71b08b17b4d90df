import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Taller than this many pixels a browser cannot scroll; the scroll bar then stands for more. */
const tallest = 8_000_000;
const spareRows = 8;

/** The rows in sight of a list of any length, all of one height. */
export interface TallRows {
  readonly from: number;
  /** Not included. */
  readonly to: number;
  /** Height of the content in pixels. */
  readonly height: number;
  /** Where a row stands in the content, in pixels. */
  readonly topOf: (place: number) => number;
  /** Brings a row in sight. */
  readonly show: (place: number, align?: 'nearest' | 'centre') => void;
  /** Rows that fit in sight. */
  readonly page: number;
  readonly isAtEnd: boolean;
}

interface Sight {
  /** Pixels above the first row in sight, of all rows. */
  readonly top: number;
  /** Pixels above it as the browser scrolls. */
  readonly scroll: number;
  readonly view: number;
}

export function useTallRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): TallRows {
  const [sight, setSight] = useState<Sight>({ top: 0, scroll: 0, view: 600 });
  const total = count * rowHeight;
  const height = Math.min(total, tallest);
  const isScaled = total > tallest;
  const ratio = isScaled ? (total - sight.view) / (tallest - sight.view) : 1;
  const latest = useRef({ ratio, total, isScaled, sight });
  latest.current = { ratio, total, isScaled, sight };
  const ownScroll = useRef<number | null>(null);

  const moveTo = useCallback(
    (wanted: number) => {
      const element = scroller.current;
      if (element === null) return;
      const now = latest.current;
      const top = Math.max(0, Math.min(wanted, now.total - now.sight.view));
      element.scrollTop = top / now.ratio;
      ownScroll.current = element.scrollTop;
      setSight((before) => ({ ...before, top, scroll: element.scrollTop }));
    },
    [scroller],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => setSight((before) => ({ ...before, view: element.clientHeight }));
    const onScroll = () => {
      const scroll = element.scrollTop;
      const isOwn = ownScroll.current !== null && Math.abs(ownScroll.current - scroll) < 1;
      ownScroll.current = null;
      if (isOwn) return;
      setSight((before) => ({ ...before, scroll, top: scroll * latest.current.ratio }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null || !isScaled) return;
    // One turn of the wheel would leap over thousands of rows.
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      const unit = event.deltaMode === 1 ? rowHeight : event.deltaMode === 2 ? latest.current.sight.view : 1;
      moveTo(latest.current.sight.top + event.deltaY * unit);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [scroller, isScaled, rowHeight, moveTo]);

  const show = useCallback(
    (place: number, align: 'nearest' | 'centre' = 'nearest') => {
      const { top, view } = latest.current.sight;
      const start = place * rowHeight;
      const isInSight = start >= top && start + rowHeight <= top + view;
      if (isInSight) return;
      if (align === 'centre') moveTo(start - (view - rowHeight) / 2);
      else moveTo(start < top ? start : start + rowHeight - view);
    },
    [moveTo, rowHeight],
  );

  const top = Math.max(0, Math.min(sight.top, total - sight.view));
  const first = Math.floor(top / rowHeight);
  const page = Math.max(1, Math.floor(sight.view / rowHeight));
  return {
    from: Math.max(0, Math.min(first, count) - spareRows),
    to: Math.min(count, first + Math.ceil(sight.view / rowHeight) + spareRows),
    height,
    topOf: (place) => (isScaled ? sight.scroll + (place * rowHeight - top) : place * rowHeight),
    show,
    page,
    isAtEnd: top + sight.view >= total - rowHeight,
  };
}
