import { useEffect } from 'react';
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxLoadMoreItem,
  ListBoxSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../shared/console-run.ts';
import { useAppStore } from '../../app/app-store.ts';
import { ProblemView } from '../../app/problem-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { byDay, type Day, daysAgo } from './days.ts';
import { EntryRow, nameOfEntry } from './entry-row.tsx';
import { HistoryBar } from './history-bar.tsx';
import styles from './history-panel.module.css';
import { followHistory, loadMore, reload, search, useHistoryStore } from './history-store.ts';
import { openFromHistory } from './open-from-history.ts';

const layout = { rowHeight: 44, headingHeight: 28, loaderHeight: 1 } as const;

function useDayName(): (day: Day) => string {
  const { t, i18n } = useTranslation('history');
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  return (day) => {
    const ago = daysAgo(day, Date.now());
    return ago === null ? format.format(day.at) : t(ago === 0 ? 'today' : 'yesterday');
  };
}

/** Everything that was sent, by day. */
export function HistoryPanel() {
  const { t, i18n } = useTranslation('history');
  const { query, entries, problem, usage, chosen, isLoading } = useHistoryStore();
  const isOff = useAppStore((state) => state.profile.settings.history.entries === 0);
  const nameOfDay = useDayName();
  useEffect(() => void followHistory(), []);
  const open = (historyId: string) => void openFromHistory(historyId, t('bodyLeftOut'));
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <SearchBox
        label={t('search')}
        value={query}
        onChange={search}
        placeholder={t('searchHint')}
        clearLabel={t('clearSearch')}
        className={styles.search ?? ''}
      />
      {usage?.problem && (
        <div className={styles.problem}>
          <strong>{t('notWritten')}</strong>
          <ProblemView problem={usage.problem} />
        </div>
      )}
      {problem ? (
        <div className={styles.problem}>
          <ProblemView problem={problem} remedies={{ retry: () => void reload() }} />
        </div>
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={layout}>
          <ListBox
            aria-label={t('title')}
            selectionMode="multiple"
            selectionBehavior="replace"
            selectedKeys={chosen}
            onSelectionChange={(keys) =>
              useHistoryStore.setState({
                chosen: new Set(
                  keys === 'all' ? entries.map(({ historyId }) => historyId) : [...keys].map(String),
                ),
              })
            }
            onAction={(key) => open(String(key))}
            renderEmptyState={() =>
              isLoading ? null : (
                <EmptyState>
                  {query.trim() !== '' ? t('noMatch', { query: query.trim() }) : t(isOff ? 'off' : 'empty')}
                </EmptyState>
              )
            }
            className={styles.list ?? ''}
          >
            <Collection items={byDay(entries)}>
              {(day) => (
                <ListBoxSection id={day.id}>
                  <Header className={styles.day ?? ''}>{nameOfDay(day)}</Header>
                  <Collection items={day.entries}>
                    {(entry: HistoryEntry) => (
                      <ListBoxItem
                        id={entry.historyId}
                        textValue={`${entry.method} ${nameOfEntry(entry, i18n.language)} ${entry.status ?? ''}`}
                        className={styles.entry ?? ''}
                      >
                        <EntryRow entry={entry} />
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              )}
            </Collection>
            <ListBoxLoadMoreItem isLoading={isLoading} onLoadMore={() => void loadMore()} />
          </ListBox>
        </Virtualizer>
      )}
      <HistoryBar onOpen={open} />
    </section>
  );
}
