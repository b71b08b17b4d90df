import { KeyRound, Plus } from 'lucide-react';
import { GridList, GridListItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAppStore, useKeys } from '../app/app-store.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { AttentionMark } from './attention-mark.tsx';
import { openGenerate } from './generate-store.ts';
import { openImport } from './import-store.ts';
import styles from './keys-screen.module.css';
import { select, useKeysStore } from './keys-store.ts';

export function KeyList() {
  const { t } = useTranslation('keys');
  const keys = useKeys();
  const apps = useAppStore((state) => state.profile.apps);
  const selection = useKeysStore((state) => state.selection);
  const rows = keys.map((key) => ({
    ...key,
    users: apps.filter((app) => app.keyIds.includes(key.id)).length,
  }));
  return (
    <section className={styles.section} aria-label={t('keys')}>
      <div className={styles.sectionHead}>
        <h2>{t('keys')}</h2>
        <Menu
          label={t('moreKeys')}
          trigger={
            <Button look="ghost" square aria-label={t('moreKeys')}>
              <Plus size={16} strokeWidth={1.5} />
            </Button>
          }
          groups={[
            {
              id: 'add',
              entries: [
                { id: 'import', label: t('form.importNew'), run: () => openImport() },
                { id: 'generate', label: t('form.generateNew'), run: () => openGenerate() },
              ],
            },
          ]}
        />
      </div>
      {keys.length === 0 && <p className={styles.empty}>{t('noKeys')}</p>}
      {keys.length > 0 && (
        <GridList
          aria-label={t('keys')}
          items={rows}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={selection.kind === 'key' ? [selection.id] : []}
          onSelectionChange={(ids) => {
            const id = ids === 'all' ? undefined : [...ids][0];
            if (id !== undefined) select({ kind: 'key', id: String(id) });
          }}
          className={styles.rows ?? ''}
        >
          {(key) => (
            <GridListItem id={key.id} textValue={key.label} className={styles.row ?? ''}>
              <KeyRound size={15} strokeWidth={1.5} aria-hidden className={styles.icon} />
              <div className={styles.words}>
                <span className={styles.name}>{key.label}</span>
                <span className={styles.facts}>
                  {t('detail.bits', { bits: key.bits })} ·{' '}
                  {key.users === 0 ? t('unused') : t('appCount', { count: key.users })}
                </span>
              </div>
              {(key.held === 'gone' || !key.kid) && (
                <AttentionMark text={t(key.held === 'gone' ? 'attention.gone' : 'attention.kid')} />
              )}
            </GridListItem>
          )}
        </GridList>
      )}
    </section>
  );
}
