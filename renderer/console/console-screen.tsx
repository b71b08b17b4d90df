import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { endpoints } from '../../shared/coze/endpoints.ts';
import { useAppStore } from '../app/app-store.ts';
import { type RequestToOpen, useTargets } from '../app/open-targets.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { AnswerRegion } from './answer-region.tsx';
import styles from './console-screen.module.css';
import { useCodeDialog } from './curl/code-dialog-store.ts';
import { CurlDialog } from './curl/curl-dialog.tsx';
import { openCurlDialog } from './curl/curl-import.ts';
import { followSeenBots } from './follow-seen-bots.ts';
import { RequestPanel } from './request/request-panel.tsx';
import { SidePanel } from './side-panel.tsx';
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

export function ConsoleScreen() {
  const { t } = useTranslation(['console', 'request']);
  const tab = useTab();
  const tokenToUse = useTargets((state) => state.tokenToUse);
  useConsoleKeys();
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
  const hasAnswer = tab !== null && (tab.runIds.length > 0 || tab.problem !== null);
  return (
    <div className={styles.screen}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <SidePanel />
      <RequestTabs>
        {tab ? (
          <div className={styles.work} data-answered={hasAnswer || undefined}>
            <RequestPanel key={tab.id} tab={tab} />
            <AnswerRegion tab={tab} />
          </div>
        ) : (
          <EmptyState action={<Button onPress={openFreeRequest}>{t('request:tabs.new')}</Button>}>
            {t('request:none')}
          </EmptyState>
        )}
      </RequestTabs>
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
