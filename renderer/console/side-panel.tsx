import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { Segmented } from '../ui/choice.tsx';
import { EndpointTree } from './catalogue/endpoint-tree.tsx';
import { HistoryPanel } from './history/history-panel.tsx';
import styles from './side-panel.module.css';

/** What stands beside the requests. */
export const useSidePanel = create<{ readonly side: 'endpoints' | 'history' }>()(() => ({
  side: 'endpoints',
}));

/** The catalogue, or what was sent. It stays as it is while a request is typed and answered: its list is long. */
export const SidePanel = memo(function SidePanel() {
  const { t } = useTranslation('history');
  const side = useSidePanel((state) => state.side);
  return (
    <div className={styles.panel} data-side-panel>
      <div className={styles.switch}>
        <Segmented
          label={t('sides')}
          hideLabel
          value={side}
          options={[
            { value: 'endpoints', label: t('endpoints') },
            { value: 'history', label: t('title') },
          ]}
          onChange={(value) => useSidePanel.setState({ side: value })}
        />
      </div>
      {side === 'endpoints' ? <EndpointTree /> : <HistoryPanel />}
    </div>
  );
});
