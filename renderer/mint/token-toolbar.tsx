import { Search, X } from 'lucide-react';
import { Button as AriaButton, Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice.tsx';
import { tokenOrders, tokenStates } from './arrange-tokens.ts';
import { useTokenListStore } from './token-list-store.ts';
import styles from './token-toolbar.module.css';

/** Which tokens are shown, and in which order. */
export function TokenToolbar() {
  const { t } = useTranslation('tokens');
  const { search, state, order } = useTokenListStore();
  const change = useTokenListStore.setState;
  return (
    <div className={styles.bar}>
      <SearchField
        aria-label={t('list.search')}
        value={search}
        onChange={(value) => change({ search: value })}
        className={styles.search ?? ''}
      >
        <Search size={14} strokeWidth={1.5} aria-hidden />
        <Input placeholder={t('list.searchHint')} className={styles.input ?? ''} />
        <AriaButton aria-label={t('list.clearSearch')} className={styles.clear ?? ''}>
          <X size={14} strokeWidth={1.5} />
        </AriaButton>
      </SearchField>
      <Choice
        label={t('list.state')}
        hideLabel
        value={state}
        options={tokenStates.map((value) => ({ value, label: t(`list.states.${value}`) }))}
        onChange={(next) => change({ state: next })}
      />
      <Choice
        label={t('list.order')}
        hideLabel
        value={order}
        options={tokenOrders.map((value) => ({ value, label: t(`list.orders.${value}`) }))}
        onChange={(next) => change({ order: next })}
      />
    </div>
  );
}
