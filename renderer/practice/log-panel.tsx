import { Pause, Play, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../app/bridge-client.ts';
import { usePracticeLog } from '../app/practice-log-store.ts';
import { attempt } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { countNew, filterLog } from './filter-log.ts';
import styles from './log-panel.module.css';
import { LogRows } from './log-rows.tsx';
import { usePracticeStore } from './practice-store.ts';
import { useEndpointName } from './use-endpoint-name.ts';

/** What practice Coze received, newest first. */
export function LogPanel() {
  const { t } = useTranslation('practice');
  const entries = usePracticeLog((state) => state.entries);
  const { search, onlyRefused, pausedAt } = usePracticeStore();
  const nameOf = useEndpointName();
  const shown = useMemo(
    () => filterLog(entries, { search, onlyRefused, pausedAt }, nameOf),
    [entries, search, onlyRefused, pausedAt, nameOf],
  );
  return (
    <section className={styles.panel} aria-label={t('log.title')}>
      <div className={styles.tools}>
        <h2>{t('log.title')}</h2>
        <span className={styles.count}>{entries.length}</span>
        <span className={styles.space} />
        <PauseButton />
        <Tooltip text={t('log.clear')}>
          <Button
            look="ghost"
            square
            aria-label={t('log.clear')}
            isDisabled={entries.length === 0}
            onPress={() => void attempt(call('practice.clearLog', null))}
          >
            <Trash2 size={14} strokeWidth={1.5} />
          </Button>
        </Tooltip>
      </div>
      <div className={styles.filter}>
        <SearchBox
          label={t('log.search')}
          value={search}
          onChange={(text) => usePracticeStore.setState({ search: text })}
          placeholder={t('log.searchHint')}
          clearLabel={t('log.clearSearch')}
          className={styles.search ?? ''}
        />
        <Checkbox
          isSelected={onlyRefused}
          onChange={(isSelected) => usePracticeStore.setState({ onlyRefused: isSelected })}
        >
          {t('log.onlyRefused')}
        </Checkbox>
      </div>
      {shown.length === 0 ? (
        <EmptyState>{t(entries.length === 0 ? 'log.empty' : 'log.noMatch')}</EmptyState>
      ) : (
        <LogRows entries={shown} />
      )}
    </section>
  );
}

function PauseButton() {
  const { t } = useTranslation('practice');
  const entries = usePracticeLog((state) => state.entries);
  const pausedAt = usePracticeStore((state) => state.pausedAt);
  const count = countNew(entries, pausedAt);
  if (pausedAt === null) {
    return (
      <Button look="ghost" onPress={() => usePracticeStore.setState({ pausedAt: entries[0]?.number ?? 0 })}>
        <Pause size={14} strokeWidth={1.5} aria-hidden />
        {t('log.pause')}
      </Button>
    );
  }
  return (
    <Button look="ghost" onPress={() => usePracticeStore.setState({ pausedAt: null })}>
      <Play size={14} strokeWidth={1.5} aria-hidden />
      {count === 0 ? t('log.resume') : t('log.resumeNew', { count })}
    </Button>
  );
}
