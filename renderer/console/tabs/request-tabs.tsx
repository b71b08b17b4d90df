import { Ellipsis, Plus, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { visibleText } from '../../../shared/text/visible-text.ts';
import { useAppStore } from '../../app/app-store.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { openCurlDialog } from '../curl/curl-import.ts';
import { MethodName } from '../method-name.tsx';
import { useRunsStore } from '../runs-store.ts';
import { isConnecting } from '../sockets/socket-stage.ts';
import { useSocketsStore } from '../sockets/sockets-store.ts';
import { isRunning } from '../start-run.ts';
import {
  closeTabs,
  duplicateTab,
  endpointOf,
  openFreeRequest,
  reopenTab,
  selectBeside,
  selectTab,
  useTabsStore,
} from '../tabs-store.ts';
import { focusAddress } from './focus-address.ts';
import styles from './request-tabs.module.css';
import { shortcutsOf } from './shortcuts.ts';
import { useTabName } from './tab-name.ts';

interface Props {
  /** What there is to see of the selected one. */
  readonly children: ReactNode;
  /** Buttons at the end of the strip. */
  readonly tools?: ReactNode;
}

/** The requests that are open, one to see. */
export function RequestTabs({ children, tools }: Props) {
  const { t } = useTranslation('request');
  const { tabs, selectedId, closed } = useTabsStore();
  const running = useRunsStore(({ runs }) =>
    tabs
      .filter((tab) => isRunning(tab, runs))
      .map(({ id }) => id)
      .join(' '),
  );
  const sockets = useSocketsStore(({ sockets: known }) =>
    tabs
      .filter(({ socketId, isStarting }) => isStarting || isConnecting(known[socketId ?? '']))
      .map(({ id }) => id)
      .join(' '),
  );
  const platform = useAppStore((state) => state.host.platform);
  const keys = shortcutsOf(platform);
  const nameOf = useTabName();
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selected tab comes into sight whenever it changes
  useEffect(() => {
    // A new tab is drawn a moment after it was asked for.
    const frame = requestAnimationFrame(() =>
      list.current
        ?.querySelector('[aria-selected="true"]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [selectedId, tabs.length]);
  const others = tabs.flatMap(({ id }) => (id === selectedId ? [] : [id]));
  const selected = selectedId === null ? [] : [selectedId];
  return (
    <Tabs
      className={styles.tabs ?? ''}
      selectedKey={selectedId ?? ''}
      onSelectionChange={(key) => {
        if (tabs.some(({ id }) => id === key)) selectTab(String(key));
      }}
    >
      <div className={styles.strip} data-request-tabs>
        <TabList ref={list} aria-label={t('tabs.label')} className={styles.list ?? ''}>
          {tabs.map((tab) => {
            const draft = tab.history.present;
            const name = nameOf(draft);
            return (
              <Tab key={tab.id} id={tab.id} className={styles.tab ?? ''}>
                <span
                  className={styles.words}
                  title={`${draft.method} ${visibleText(draft.address)}`}
                  onAuxClick={(event) => {
                    if (event.button === 1) closeTabs([tab.id]);
                  }}
                  data-running={running.includes(tab.id) || sockets.includes(tab.id) || undefined}
                >
                  <MethodName
                    method={draft.method}
                    streaming={draft.isSocket ? 'ws' : (endpointOf(draft)?.streaming ?? null)}
                  />{' '}
                  <span className={styles.name}>{name}</span>
                </span>
                {/* For the mouse alone: the keyboard has Delete and the menu. */}
                <span
                  aria-hidden
                  className={styles.close}
                  title={`${t('tabs.close')}${keys.close === null ? '' : ` (${keys.close})`}`}
                  onPointerDown={(event) => event.stopPropagation()}
                  onClick={() => closeTabs([tab.id])}
                >
                  <X size={13} strokeWidth={1.75} />
                </span>
              </Tab>
            );
          })}
        </TabList>
        <div className={styles.buttons}>
          <Tooltip text={t('tabs.new')} {...(keys.new === null ? {} : { keys: keys.new })}>
            <Button look="ghost" square aria-label={t('tabs.new')} onPress={openFreeRequest}>
              <Plus size={15} strokeWidth={1.5} />
            </Button>
          </Tooltip>
          <Menu
            label={t('tabs.actions')}
            trigger={
              <Button look="ghost" square aria-label={t('tabs.actions')}>
                <Ellipsis size={15} strokeWidth={1.5} />
              </Button>
            }
            groups={[
              {
                id: 'open',
                entries: [
                  {
                    id: 'new',
                    label: t('tabs.new'),
                    ...(keys.new === null ? {} : { keys: keys.new }),
                    run: openFreeRequest,
                  },
                  { id: 'curl', label: t('curl.import'), run: openCurlDialog },
                ],
              },
              {
                id: 'this',
                entries: selected.flatMap((id) => [
                  {
                    id: 'duplicate',
                    label: t('tabs.duplicate'),
                    ...(keys.duplicate === null ? {} : { keys: keys.duplicate }),
                    run: () => duplicateTab(id),
                  },
                  {
                    id: 'close',
                    label: t('tabs.close'),
                    ...(keys.close === null ? {} : { keys: keys.close }),
                    run: () => closeTabs([id]),
                  },
                  ...(others.length === 0
                    ? []
                    : [{ id: 'others', label: t('tabs.closeOthers'), run: () => closeTabs(others) }]),
                ]),
              },
              {
                id: 'go',
                entries: [
                  ...(others.length === 0
                    ? []
                    : [
                        {
                          id: 'next',
                          label: t('tabs.next'),
                          ...(keys.next === null ? {} : { keys: keys.next }),
                          run: () => selectBeside(1),
                        },
                      ]),
                  ...(selectedId === null
                    ? []
                    : [
                        {
                          id: 'address',
                          label: t('tabs.address'),
                          ...(keys.address === null ? {} : { keys: keys.address }),
                          // The menu gives the focus back to its button first.
                          run: () => setTimeout(focusAddress, 50),
                        },
                      ]),
                ],
              },
              {
                id: 'closed',
                entries:
                  closed.length === 0
                    ? []
                    : [
                        {
                          id: 'reopen',
                          label: t('tabs.reopen'),
                          ...(keys.reopen === null ? {} : { keys: keys.reopen }),
                          run: reopenTab,
                        },
                      ],
              },
            ]}
          />
          {tools}
        </div>
      </div>
      {selectedId === null ? (
        children
      ) : (
        <TabPanel key={selectedId} id={selectedId} className={styles.panel ?? ''}>
          {children}
        </TabPanel>
      )}
    </Tabs>
  );
}
