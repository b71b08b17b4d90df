import { type KeyboardEvent, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessToken } from '../../shared/coze/token.ts';
import { rowAfterKey, useRovingRows } from '../ui/use-roving-rows.ts';
import { canRenew, copyAndSay, forgetToken, renewToken } from './token-actions.ts';
import styles from './token-list.module.css';
import { selectToken, useTokenListStore } from './token-list-store.ts';
import { TokenRow } from './token-row.tsx';

interface Props {
  readonly tokens: readonly AccessToken[];
}

const rowHeight = 53;
/** The rows that are in sight, out of any number. Arrow keys go from row to row; Enter opens one. */
export function TokenRows({ tokens }: Props) {
  const { t } = useTranslation(['mint', 'frame']);
  const { selectedId, openId } = useTokenListStore();
  const { rows, scroller, current, focusNext } = useRovingRows({
    count: tokens.length,
    rowHeight,
    keyOf: useCallback((index: number) => tokens[index]?.id ?? index, [tokens]),
    selectedKey: selectedId,
    selectedIndex: tokens.findIndex(({ id }) => id === selectedId),
  });

  const focusSoon = (index: number) => {
    const next = tokens[index];
    if (next === undefined) return;
    focusNext();
    selectToken(next.id);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isOnRow = event.target instanceof Element && event.target.matches('[data-row-button]');
    const token = tokens[current];
    if (!isOnRow || token === undefined || event.altKey) return;
    const withCommand = event.metaKey || event.ctrlKey;
    const target = withCommand ? null : rowAfterKey(event.key, current, tokens.length);
    if (target !== null) focusSoon(target);
    else if (withCommand && event.key.toLowerCase() === 'c')
      void copyAndSay(token, 'token', t('frame:copied'));
    else if (!withCommand && event.key.toLowerCase() === 'r' && canRenew(token)) void renewToken(token);
    else if (event.key === 'Delete' || (event.key === 'Backspace' && !withCommand)) {
      focusSoon(current + 1 < tokens.length ? current + 1 : current - 1);
      void forgetToken(token, t('token.forgotten', { mask: token.mask }));
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
