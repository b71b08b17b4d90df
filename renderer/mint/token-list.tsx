import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store.ts';
import { useNow } from '../app/use-now.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { searchTokens, sortTokens, tokensAt } from './arrange-tokens.ts';
import { ClockNote } from './clock-note.tsx';
import { KeptNote } from './kept-note.tsx';
import styles from './token-list.module.css';
import { TokenListMenu } from './token-list-menu.tsx';
import { placesOf, showToken, useTokenListStore } from './token-list-store.ts';
import { TokenRows } from './token-rows.tsx';
import { TokenToolbar } from './token-toolbar.tsx';

const HoldDialog = lazy(() =>
  import('../app/hold/hold-dialog.tsx').then((module) => ({ default: module.HoldDialog })),
);
const ForgetAllDialog = lazy(() =>
  import('./forget-all-dialog.tsx').then((module) => ({ default: module.ForgetAllDialog })),
);

export function TokenList() {
  const { t } = useTranslation(['mint', 'tokens']);
  const tokens = useAppStore((state) => state.tokens);
  const keeps = useAppStore((state) => state.profile.settings.keepTokens);
  const { search, state, order, dialog } = useTokenListStore();
  const change = useTokenListStore.setState;
  const now = useNow();
  const sorted = useMemo(() => sortTokens(tokens, order, placesOf(tokens)), [tokens, order]);
  const found = useMemo(() => searchTokens(sorted, search), [sorted, search]);
  const shown = tokensAt(found, state, order, now);
  const count = tokens.length;
  const counted =
    shown.length === count
      ? t('tokenCount', { count })
      : t('tokens:list.shown', { shown: shown.length, count });
  return (
    <section className={styles.list} aria-labelledby="tokens-title">
      <div className={styles.head}>
        <h2 id="tokens-title">
          {t('tokens')}{' '}
          <span className={styles.count}>{count === 0 ? '' : shown.length === count ? count : counted}</span>
        </h2>
        <div className={styles.headActions}>
          <Button look="ghost" onPress={() => change({ dialog: 'hold' })}>
            {t('tokens:list.hold')}
          </Button>
          {count > 0 && <TokenListMenu tokens={tokens} />}
        </div>
      </div>
      <output className="visually-hidden">{counted}</output>
      <ClockNote />
      <KeptNote />
      {count === 0 ? (
        <EmptyState>{t(keeps ? 'tokens:list.kept' : 'noTokens')}</EmptyState>
      ) : (
        <>
          <TokenToolbar />
          {shown.length === 0 ? (
            <EmptyState
              action={
                <Button onPress={() => change({ search: '', state: 'all' })}>
                  {t('tokens:list.showAll')}
                </Button>
              }
            >
              {t('tokens:list.noMatch')}
            </EmptyState>
          ) : (
            <TokenRows tokens={shown} />
          )}
        </>
      )}
      <Suspense fallback={null}>
        {dialog === 'hold' && (
          <HoldDialog onHeld={({ id }) => showToken(id)} onClose={() => change({ dialog: null })} />
        )}
        {dialog === 'forget-all' && <ForgetAllDialog onClose={() => change({ dialog: null })} />}
      </Suspense>
    </section>
  );
}
