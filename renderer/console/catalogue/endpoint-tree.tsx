import { ChevronRight, Pin, PinOff } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { Collection, Button as PlainButton, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { type Endpoint, endpoints } from '../../../shared/coze/endpoints.ts';
import type { en } from '../../i18n/en.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { MethodName } from '../method-name.tsx';
import { openEndpoint, tabOf, useTabsStore } from '../tabs-store.ts';
import { togglePin, useEndpointMarks } from './endpoint-marks.ts';
import styles from './endpoint-tree.module.css';
import { endpointGroups } from './filter-endpoints.ts';

type GroupName = keyof typeof en.console.groups;

interface TreeState {
  readonly search: string;
  readonly expanded: ReadonlySet<string>;
}

const useTreeStore = create<TreeState>()(() => ({
  search: '',
  expanded: new Set(['pinned', 'recent', 'users', 'agents_apps', 'chat']),
}));

function toggleGroup(id: string): void {
  useTreeStore.setState(({ expanded }) => {
    const next = new Set(expanded);
    if (!next.delete(id)) next.add(id);
    return { expanded: next };
  });
}

/** A row's key: an entry may stand in several groups. */
const rowId = (group: string, id: string) => `${group}/${id}`;

const endpointIn = (key: string) => endpoints.find(({ id }) => key.slice(key.indexOf('/') + 1) === id);

/** The whole catalogue; pinned and recent entries first. */
export function EndpointTree() {
  const { t } = useTranslation(['console', 'request']);
  const { search, expanded } = useTreeStore();
  const marks = useEndpointMarks();
  const openId = useTabsStore((state) => tabOf(state)?.history.present.endpointId ?? null);
  const groups = useMemo(() => endpointGroups(endpoints, search, marks), [search, marks]);
  const isSearching = search.trim() !== '';
  const titleOf = (id: string) =>
    id === 'pinned' || id === 'recent' ? t(`request:${id}`) : t(`groups.${id as GroupName}`);
  const choose = (key: string) => {
    const endpoint = key.includes('/') ? endpointIn(key) : undefined;
    if (endpoint) openEndpoint(endpoint);
    else if (!isSearching) toggleGroup(key);
  };
  const panel = useRef<HTMLElement>(null);
  const intoTree = (event: KeyboardEvent) => {
    const isInSearch = event.target instanceof HTMLInputElement;
    if (event.key !== 'ArrowDown' || !isInSearch || event.nativeEvent.isComposing) return;
    event.preventDefault();
    panel.current?.querySelector<HTMLElement>('[role=treegrid] [role=row]')?.focus();
  };
  const selected = groups.flatMap(({ id, endpoints: entries }) =>
    entries.some((endpoint) => endpoint.id === openId) ? [rowId(id, openId ?? '')] : [],
  );
  return (
    <nav className={styles.panel} aria-label={t('endpoints')} ref={panel} onKeyDown={intoTree}>
      <SearchBox
        label={t('search')}
        value={search}
        onChange={(value) => useTreeStore.setState({ search: value })}
        placeholder={t('searchHint')}
        clearLabel={t('clearSearch')}
        className={styles.search ?? ''}
      />
      <Tree
        aria-label={t('endpoints')}
        selectionMode="single"
        selectionBehavior="replace"
        escapeKeyBehavior="none"
        selectedKeys={selected.slice(0, 1)}
        onSelectionChange={(keys) => {
          const key = keys === 'all' ? undefined : [...keys][0];
          if (key !== undefined) choose(String(key));
        }}
        onAction={(key) => choose(String(key))}
        expandedKeys={isSearching ? groups.map((group) => group.id) : expanded}
        onExpandedChange={(keys) => {
          if (!isSearching) useTreeStore.setState({ expanded: new Set([...keys].map(String)) });
        }}
        renderEmptyState={() => <EmptyState>{t('noMatch', { query: search.trim() })}</EmptyState>}
        items={groups}
        dependencies={[marks]}
        className={styles.tree ?? ''}
      >
        {(group) => (
          <TreeItem id={group.id} textValue={titleOf(group.id)} className={styles.group ?? ''}>
            <TreeItemContent>
              <PlainButton slot="chevron" className={styles.chevron ?? ''}>
                <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
              </PlainButton>
              <span className={styles.groupName}>{titleOf(group.id)}</span>
              <span className={styles.count}>{group.endpoints.length}</span>
            </TreeItemContent>
            <Collection items={group.endpoints} dependencies={[marks]}>
              {(endpoint) => <EndpointRow group={group.id} endpoint={endpoint} />}
            </Collection>
          </TreeItem>
        )}
      </Tree>
    </nav>
  );
}

interface RowProps {
  readonly group: string;
  readonly endpoint: Endpoint;
}

function EndpointRow({ group, endpoint }: RowProps) {
  const { t, i18n } = useTranslation('request');
  const isPinned = useEndpointMarks(({ pinned }) => pinned.includes(endpoint.id));
  const name = i18n.language === 'zh' ? endpoint.name_zh : endpoint.name_en;
  const Icon = isPinned ? PinOff : Pin;
  return (
    <TreeItem
      id={rowId(group, endpoint.id)}
      textValue={`${name} ${endpoint.method} ${endpoint.path}`}
      className={styles.endpoint ?? ''}
    >
      <TreeItemContent>
        <MethodName method={endpoint.method} streaming={endpoint.streaming} />
        <span
          className={styles.name}
          title={`${endpoint.method} ${endpoint.path}\n${t('inNewTab')}`}
          onAuxClick={(event) => {
            if (event.button === 1) openEndpoint(endpoint, true);
          }}
          onPointerDownCapture={(event) => {
            if (event.button === 0 && (event.ctrlKey || event.metaKey)) {
              event.stopPropagation();
              openEndpoint(endpoint, true);
            }
          }}
        >
          {name}
        </span>
        <PlainButton
          className={styles.pin ?? ''}
          data-pinned={isPinned || undefined}
          aria-label={`${t(isPinned ? 'unpin' : 'pin')}: ${name}`}
          onPress={() => togglePin(endpoint.id)}
        >
          <Icon size={13} strokeWidth={1.75} aria-hidden />
        </PlainButton>
      </TreeItemContent>
    </TreeItem>
  );
}
