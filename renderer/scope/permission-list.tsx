import { useMemo } from 'react';
import { Header, ListBox, ListBoxSection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { addToList, removeFromList } from '../../shared/coze/scope/change-list.ts';
import type { en } from '../i18n/en.ts';
import { Button } from '../ui/button.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { isFreeName, type PermissionGroup, permissionGroups } from './permission-groups.ts';
import styles from './permission-list.module.css';
import { PermissionRow } from './permission-row.tsx';
import type { ScopePartProps } from './scope-part-props.ts';
import { changeText, useScopeStore } from './scope-store.ts';

type CatalogueGroup = keyof typeof en.console.groups;

interface Props extends ScopePartProps {
  readonly isChannel: boolean;
}

const noNames: readonly string[] = [];

/** The permissions of the catalogue as a check list, with what the scope names beside it. */
export function PermissionList({ appId, reading, isLocked, isChannel }: Props) {
  const { t } = useTranslation(['scope', 'console']);
  const search = useScopeStore((state) => state.search);
  const chosen = reading.permissions ?? noNames;
  const groups = useMemo(() => permissionGroups(search, chosen), [search, chosen]);
  const isOther = reading.lists.permissions.kind === 'other';
  const disabled = isLocked || isOther;
  const visible = groups.flatMap(({ entries }) => entries.map(({ name }) => name));
  const nameOf = ({ id }: PermissionGroup) => {
    if (id === 'verified') return t('groupVerified');
    if (id === 'other') return t('groupOther');
    if (id === 'unofficial') return t('groupUnofficial');
    return t(`console:groups.${id as CatalogueGroup}`);
  };
  const choose = (names: ReadonlySet<string>) => {
    const added = visible.filter((name) => names.has(name) && !chosen.includes(name));
    const removed = new Set(visible.filter((name) => !names.has(name) && chosen.includes(name)));
    changeText(appId, 'permission', (text) =>
      addToList(removeFromList(text, 'permissions', removed), 'permissions', added),
    );
  };
  const query = search.trim();
  return (
    <section className={styles.panel} aria-labelledby="permissions-title">
      <header className={styles.head}>
        <h2 id="permissions-title">{t('permissions')}</h2>
        <span className={styles.count} role="status">
          {chosen.length > 0 && t('chosen', { count: chosen.length })}
        </span>
      </header>
      <SearchBox
        label={t('search')}
        value={search}
        onChange={(value) => useScopeStore.setState({ search: value })}
        placeholder={t('searchHint')}
        clearLabel={t('clearSearch')}
        className={styles.search ?? ''}
      />
      <p className={styles.hint}>{isOther ? t('lockedList') : t('permissionsHint')}</p>
      {visible.length > 0 && (
        <ListBox
          aria-label={t('permissions')}
          selectionMode="multiple"
          escapeKeyBehavior="none"
          selectedKeys={chosen}
          disabledKeys={disabled ? visible : []}
          onSelectionChange={(keys) => {
            if (keys !== 'all') choose(new Set([...keys].map(String)));
          }}
          className={styles.list ?? ''}
        >
          {groups.map((group) => (
            <ListBoxSection key={group.id} id={`group ${group.id}`}>
              <Header className={styles.group}>{nameOf(group)}</Header>
              {group.entries.map((entry) => (
                <PermissionRow key={entry.name} entry={entry} isChannel={isChannel} />
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      )}
      {visible.length === 0 && <p className={styles.empty}>{t('noMatch', { query })}</p>}
      {isFreeName(query, chosen) && (
        <div className={styles.free}>
          <Button
            isDisabled={disabled}
            onPress={() => changeText(appId, 'permission', (text) => addToList(text, 'permissions', [query]))}
          >
            {t('addFree', { name: query })}
          </Button>
        </div>
      )}
    </section>
  );
}
