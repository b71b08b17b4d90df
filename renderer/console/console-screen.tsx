import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store.ts';
import { useTargets } from '../app/open-targets.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { AnswerRegion } from './answer-region.tsx';
import { EndpointTree } from './catalogue/endpoint-tree.tsx';
import styles from './console-screen.module.css';
import { CurlDialog } from './curl/curl-dialog.tsx';
import { followSeenBots } from './follow-seen-bots.ts';
import { RequestPanel } from './request/request-panel.tsx';
import { TabStrip } from './tabs/tab-strip.tsx';
import { useConsoleKeys } from './tabs/use-console-keys.ts';
import { chooseToken, openFreeRequest, useTab } from './tabs-store.ts';
import { choiceOf } from './token-choice.ts';
import { VariablesDialog } from './variables/variables-dialog.tsx';

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
  const hasAnswer = tab !== null && (tab.runIds.length > 0 || tab.problem !== null);
  return (
    <div className={styles.screen}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <EndpointTree />
      <div className={styles.requests}>
        <TabStrip />
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
      </div>
      <CurlDialog />
      <VariablesDialog />
    </div>
  );
}
