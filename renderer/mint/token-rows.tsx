import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessToken } from '../../shared/coze/token.ts';
import { canRenew, copyAndSay, forgetToken, renewToken } from './token-actions.ts';
import styles from './token-list.module.css';
import { selectToken, useTokenListStore } from './token-list-store.ts';
import { TokenRow } from './token-row.tsx';

interface Props {
  readonly tokens: readonly AccessToken[];
}

const rowHeight = 53;
const pageRows = 8;

/** Where a key leads from row `index` of `count`; null for a key that leads nowhere. */
function targetOf(key: string, index: number, count: number): number | null {
  const last = count - 1;
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

/** The rows that are in sight, out of any number. Arrow keys go from row to row; Enter opens one. */
export function TokenRows({ tokens }: Props) {
  const { t } = useTranslation(['mint', 'frame']);
  const { selectedId, openId } = useTokenListStore();
  const scroller = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(false);
  const shownId = useRef(selectedId);
  const selected = tokens.findIndex(({ id }) => id === selectedId);
  const current = Math.max(0, selected);

  const rows = useVirtualizer({
    count: tokens.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: useCallback((index: number) => tokens[index]?.id ?? index, [tokens]),
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
    if (selected < 0 || shownId.current === selectedId) return;
    shownId.current = selectedId;
    rows.scrollToIndex(selected, { align: 'auto' });
    if (!takesFocus.current) return;
    takesFocus.current = false;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-index="${selected}"] [data-row-button]`)
      ?.focus({ preventScroll: true });
  }, [selected, selectedId, rows]);

  const focusSoon = (index: number) => {
    const next = tokens[index];
    if (next === undefined) return;
    takesFocus.current = true;
    selectToken(next.id);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isOnRow = event.target instanceof Element && event.target.matches('[data-row-button]');
    const token = tokens[current];
    if (!isOnRow || token === undefined || event.altKey) return;
    const withCommand = event.metaKey || event.ctrlKey;
    const target = withCommand ? null : targetOf(event.key, current, tokens.length);
    if (target !== null) focusSoon(target);
    else if (withCommand && event.key.toLowerCase() === 'c')
      void copyAndSay(token, 'token', t('frame:copied'));
    else if (!withCommand && event.key.toLowerCase() === 'r' && canRenew(token)) void renewToken(token);
    else if (event.key === 'Delete' || (event.key === 'Backspace' && !withCommand)) {
      focusSoon(current + 1 < tokens.length ? current + 1 : current - 1);
      void forgetToken(token);
    } else return;
    event.preventDefault();
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        className={styles.rows}
        style={{ height: rows.getTotalSize() }}
        aria-label={t('tokens')}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          const id = target.closest<HTMLElement>('[data-token]')?.dataset['token'];
          if (id !== undefined && id !== selectedId) selectToken(id);
        }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const token = tokens[index];
          return (
            token && (
              <TokenRow
                key={token.id}
                token={token}
                index={index}
                count={tokens.length}
                top={start}
                isCurrent={index === current}
                isOpen={token.id === openId}
                measure={rows.measureElement}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}
