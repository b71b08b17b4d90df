import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { endpoints } from '../../shared/coze/endpoints.ts';
import { useAppStore } from '../app/app-store.ts';
import { type RequestToOpen, useTargets } from '../app/open-targets.ts';
import { keepPanelSize, usePanelSize } from '../app/panel-sizes.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Splitter } from '../ui/splitter.tsx';
import { AnswerRegion } from './answer-region.tsx';
import { useConsoleCommands } from './commands/use-console-commands.ts';
import {
  leastBesideEndpoints,
  leastSizes,
  requestSizeName,
  sideSizeName,
  useConsoleLayout,
} from './console-layout.ts';
import styles from './console-screen.module.css';
import { useCodeDialog } from './curl/code-dialog-store.ts';
import { CurlDialog } from './curl/curl-dialog.tsx';
import { openCurlDialog } from './curl/curl-import.ts';
import { followSeenBots } from './follow-seen-bots.ts';
import { LayoutButtons } from './layout-buttons.tsx';
import { RequestPanel } from './request/request-panel.tsx';
import { SidePanel } from './side-panel.tsx';
import { SocketPanel } from './sockets/socket-panel.tsx';
import { SocketRegion } from './sockets/socket-region.tsx';
import type { ConsoleTab } from './tabs/console-tab.ts';
import { RequestTabs } from './tabs/request-tabs.tsx';
import { useConsoleKeys } from './tabs/use-console-keys.ts';
import { chooseToken, openEndpoint, openFreeRequest, useTab } from './tabs-store.ts';
import { choiceOf } from './token-choice.ts';
import { VariablesDialog } from './variables/variables-dialog.tsx';

const CodeDialog = lazy(() =>
  import('./curl/code-dialog.tsx').then((module) => ({ default: module.CodeDialog })),
);

function openAsked(asked: RequestToOpen): void {
  const wanted = asked.kind === 'endpoint' ? asked.endpointId : null;
  const endpoint = endpoints.find(({ id }) => id === wanted);
  if (asked.kind === 'new') openFreeRequest();
  else if (asked.kind === 'curl') openCurlDialog();
  else if (endpoint) openEndpoint(endpoint);
}

/** The request of a tab and its answer, or its WebSocket and what comes over it. */
function Work({ tab }: { readonly tab: ConsoleTab }) {
  const { t } = useTranslation('console');
  const { arrangement } = useConsoleLayout();
  const { isSocket = false } = tab.history.present;
  const name = `${requestSizeName(arrangement)}${isSocket ? '-socket' : ''}`;
  const isRows = arrangement === 'rows';
  const hasAnswer = tab.runIds.length > 0 || tab.problem !== null || tab.socketId !== null;
  return (
    <div className={styles.work}>
      <Splitter
        name="console-request"
        label={t('layout.requestSize')}
        arrangement={arrangement}
        first={{
          content: isSocket ? (
            <SocketPanel key={tab.id} tab={tab} />
          ) : (
            <RequestPanel key={tab.id} tab={tab} />
          ),
          least: leastSizes[arrangement].request,
          folded: isRows ? 84 : 0,
        }}
        second={{
          content: isSocket ? <SocketRegion tab={tab} /> : <AnswerRegion tab={tab} />,
          least: leastSizes[arrangement].answer,
        }}
        unit="%"
        size={usePanelSize(name)}
        initial={isRows ? (hasAnswer ? { first: isSocket ? 54 : 50 } : { secondPx: 88 }) : { first: 50 }}
        onResize={(size) => keepPanelSize(name, size)}
      />
    </div>
  );
}

export function ConsoleScreen() {
  const { t } = useTranslation(['console', 'request']);
  const tab = useTab();
  const tokenToUse = useTargets((state) => state.tokenToUse);
  useConsoleKeys();
  useConsoleCommands();
  useEffect(followSeenBots, []);
  useEffect(() => {
    if (tokenToUse === null) return;
    if (tab === null) openFreeRequest();
    chooseToken(choiceOf(tokenToUse, useAppStore.getState().profile.apps));
    useTargets.setState({ tokenToUse: null });
  }, [tokenToUse, tab]);
  const requestToOpen = useTargets((state) => state.requestToOpen);
  useEffect(() => {
    if (requestToOpen === null) return;
    useTargets.setState({ requestToOpen: null });
    openAsked(requestToOpen);
  }, [requestToOpen]);
  const isCodeOpen = useCodeDialog(({ sent }) => sent !== null);
  const { arrangement, isNarrow } = useConsoleLayout();
  const sideName = sideSizeName(isNarrow);
  return (
    <div className={styles.screen}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <div className={styles.space}>
        <Splitter
          name="console-side"
          label={t('layout.sideSize')}
          arrangement={isNarrow ? 'rows' : 'columns'}
          first={{ content: <SidePanel />, least: isNarrow ? 160 : 200, folded: 0 }}
          second={{
            content: (
              <RequestTabs tools={<LayoutButtons />}>
                {tab ? (
                  <Work tab={tab} />
                ) : (
                  <EmptyState action={<Button onPress={openFreeRequest}>{t('request:tabs.new')}</Button>}>
                    {t('request:none')}
                  </EmptyState>
                )}
              </RequestTabs>
            ),
            least: leastBesideEndpoints(arrangement, isNarrow),
          }}
          unit="px"
          size={usePanelSize(sideName)}
          initial={{ first: isNarrow ? 220 : 272 }}
          onResize={(size) => keepPanelSize(sideName, size)}
        />
      </div>
      <CurlDialog />
      {isCodeOpen && (
        <Suspense fallback={null}>
          <CodeDialog />
        </Suspense>
      )}
      <VariablesDialog />
    </div>
  );
}
