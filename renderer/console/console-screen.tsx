import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { endpoints } from '../../shared/coze/endpoints.ts';
import { useAppStore } from '../app/app-store.ts';
import { useTargets } from '../app/open-targets.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import styles from './console-screen.module.css';
import { chooseToken, runId, useConsoleStore } from './console-store.ts';
import { EndpointTree } from './endpoint-tree.tsx';
import { RequestPanel } from './request-panel.tsx';
import { choiceOf } from './token-choice.ts';
import { useSender } from './use-sender.ts';

export function ConsoleScreen() {
  const { t } = useTranslation('console');
  const selectedId = useConsoleStore((state) => state.selectedId);
  const endpoint = endpoints.find((candidate) => candidate.id === selectedId);
  const sender = useSender();
  const hasOutcome = useConsoleStore(
    (state) => endpoint !== undefined && state.outcomes[runId(endpoint, sender)] !== undefined,
  );
  const tokenToUse = useTargets((state) => state.tokenToUse);
  useEffect(() => {
    if (tokenToUse === null) return;
    chooseToken(choiceOf(tokenToUse, useAppStore.getState().profile.apps));
    useTargets.setState({ tokenToUse: null });
  }, [tokenToUse]);
  return (
    <div className={styles.screen}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <EndpointTree />
      {endpoint ? (
        <div className={styles.work} data-answered={hasOutcome || undefined}>
          <RequestPanel key={endpoint.id} endpoint={endpoint} />
          <AnswerPanel endpoint={endpoint} />
        </div>
      ) : (
        <EmptyState>{t('chooseEndpoint')}</EmptyState>
      )}
    </div>
  );
}
