import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Endpoint, endpoints } from '../../shared/coze/endpoints.ts';
import type { en } from '../i18n/en.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { chooseEndpoint, toggleGroup, useConsoleStore } from './console-store.ts';
import styles from './endpoint-tree.module.css';
import { filterEndpoints } from './filter-endpoints.ts';
import { MethodName } from './method-name.tsx';

type GroupName = keyof typeof en.console.groups;

export function EndpointTree() {
  const { t, i18n } = useTranslation('console');
  const { search, selectedId, expanded } = useConsoleStore();
  const groups = useMemo(() => filterEndpoints(endpoints, search), [search]);
  const isSearching = search.trim() !== '';
  const nameOf = (endpoint: Endpoint) => (i18n.language === 'zh' ? endpoint.name_zh : endpoint.name_en);
  const choose = (id: string | number) => {
    const endpoint = endpoints.find((candidate) => candidate.id === id);
    if (endpoint) chooseEndpoint(endpoint);
    else if (!isSearching) toggleGroup(String(id));
  };
  return (
    <nav className={styles.panel} aria-label={t('endpoints')}>
      <SearchBox
        label={t('search')}
        value={search}
        onChange={(value) => useConsoleStore.setState({ search: value })}
        placeholder={t('searchHint')}
        clearLabel={t('clearSearch')}
        className={styles.search ?? ''}
      />
      <Tree
        aria-label={t('endpoints')}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={selectedId === null ? [] : [selectedId]}
        onSelectionChange={(keys) => {
          const id = keys === 'all' ? undefined : [...keys][0];
          if (id !== undefined) choose(id);
        }}
        expandedKeys={isSearching ? groups.map((group) => group.id) : expanded}
        onExpandedChange={(keys) => {
          if (!isSearching) useConsoleStore.setState({ expanded: new Set([...keys].map(String)) });
        }}
        renderEmptyState={() => <EmptyState>{t('noMatch', { query: search.trim() })}</EmptyState>}
        items={groups}
        className={styles.tree ?? ''}
      >
        {(group) => (
          <TreeItem
            id={group.id}
            textValue={t(`groups.${group.id as GroupName}`)}
            className={styles.group ?? ''}
          >
            <TreeItemContent>
              <Button slot="chevron" className={styles.chevron ?? ''}>
                <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
              </Button>
              <span className={styles.groupName}>{t(`groups.${group.id as GroupName}`)}</span>
              <span className={styles.count}>{group.endpoints.length}</span>
            </TreeItemContent>
            <Collection items={group.endpoints}>
              {(endpoint) => (
                <TreeItem
                  id={endpoint.id}
                  textValue={`${nameOf(endpoint)} ${endpoint.method} ${endpoint.path}`}
                  className={styles.endpoint ?? ''}
                >
                  <TreeItemContent>
                    <MethodName method={endpoint.method} streaming={endpoint.streaming} />
                    <span className={styles.name} title={`${endpoint.method} ${endpoint.path}`}>
                      {nameOf(endpoint)}
                    </span>
                  </TreeItemContent>
                </TreeItem>
              )}
            </Collection>
          </TreeItem>
        )}
      </Tree>
    </nav>
  );
}
