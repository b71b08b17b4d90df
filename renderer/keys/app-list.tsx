import { GripVertical, Plus } from 'lucide-react';
import {
  Button as AriaButton,
  DropIndicator,
  GridList,
  GridListItem,
  useDragAndDrop,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { useAppStore, useKeys } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { AttentionMark } from './attention-mark.tsx';
import styles from './keys-screen.module.css';
import { openNewApp, select, useKeysStore } from './keys-store.ts';
import { reorder } from './reorder.ts';

export function AppList() {
  const { t } = useTranslation(['keys', 'frame']);
  const apps = useAppStore((state) => state.profile.apps);
  const currentAppId = useAppStore((state) => state.profile.currentAppId);
  const keys = useKeys();
  const selection = useKeysStore((state) => state.selection);
  const chosen = selection.kind === 'app' ? selection.id : selection.kind === 'nothing' ? currentAppId : null;
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (ids) => [...ids].map((id) => ({ 'text/plain': String(id) })),
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.dropLine ?? ''} />,
    onReorder: (event) => {
      const appIds = reorder(
        apps.map((app) => app.id),
        [...event.keys].map(String),
        String(event.target.key),
        event.target.dropPosition === 'after' ? 'after' : 'before',
      );
      void attempt(call('apps.reorder', { appIds }));
    },
  });
  const attentionOf = (app: OAuthApp): 'attention.key' | 'attention.gone' | 'attention.kid' | null => {
    const key = keys.find((candidate) => candidate.id === app.keyInUse);
    if (!key) return 'attention.key';
    if (key.held === 'gone') return 'attention.gone';
    return key.kid ? null : 'attention.kid';
  };
  return (
    <section className={styles.section} aria-label={t('apps')}>
      <div className={styles.sectionHead}>
        <h2>{t('apps')}</h2>
        <Tooltip text={t('newApp')}>
          <Button look="ghost" square aria-label={t('newApp')} onPress={() => openNewApp()}>
            <Plus size={16} strokeWidth={1.5} />
          </Button>
        </Tooltip>
      </div>
      {apps.length === 0 && <p className={styles.empty}>{t('noApps')}</p>}
      {apps.length > 0 && (
        <GridList
          aria-label={t('apps')}
          items={apps.map((app) => ({ ...app, attention: attentionOf(app) }))}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={chosen === null ? [] : [chosen]}
          onSelectionChange={(ids) => {
            const id = ids === 'all' ? undefined : [...ids][0];
            if (id !== undefined) select({ kind: 'app', id: String(id) });
          }}
          dragAndDropHooks={dragAndDropHooks}
          className={styles.rows ?? ''}
        >
          {(app) => (
            <GridListItem id={app.id} textValue={app.name} className={styles.row ?? ''}>
              <AriaButton
                slot="drag"
                aria-label={t('dragHandle', { name: app.name })}
                className={styles.handle ?? ''}
              >
                <GripVertical size={14} strokeWidth={1.5} />
              </AriaButton>
              <div className={styles.words}>
                <span className={styles.name}>{app.name}</span>
                <span className={styles.facts}>
                  {t(`frame:regions.${app.region.kind}`)} · {t(`form.variants.${app.variant.kind}`)} ·{' '}
                  {app.clientId}
                </span>
              </div>
              {app.attention && <AttentionMark text={t(app.attention)} />}
            </GridListItem>
          )}
        </GridList>
      )}
    </section>
  );
}
