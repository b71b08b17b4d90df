import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice.tsx';
import { SearchBox } from '../ui/search-box.tsx';
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
      <SearchBox
        label={t('list.search')}
        value={search}
        onChange={(value) => change({ search: value })}
        placeholder={t('list.searchHint')}
        clearLabel={t('list.clearSearch')}
      />
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
