import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleAnswer } from '../../shared/console.ts';
import type { Endpoint } from '../../shared/coze/endpoints.ts';
import { useCurrentApp } from '../app/app-store.ts';
import type { AppToExamine } from '../app/open-targets.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useAppRemedies } from '../app/use-app-remedies.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { AnswerBody } from './answer-body.tsx';
import { AnswerStatus } from './answer-status.tsx';
import styles from './console-screen.module.css';
import { renewAndSend, runId, send, useConsoleStore } from './console-store.ts';
import { useSender, useTokenChoice } from './use-sender.ts';

interface Props {
  readonly endpoint: Endpoint;
}

export function AnswerPanel({ endpoint }: Props) {
  const { t } = useTranslation('console');
  const current = useCurrentApp();
  const choice = useTokenChoice();
  const app = choice.kind === 'token' && choice.appId === null ? null : current;
  const sender = useSender();
  const outcome = useConsoleStore((state) => state.outcomes[runId(endpoint, sender)]);
  const isRunning = useConsoleStore((state) => state.running[runId(endpoint, sender)] !== undefined);
  const retry = useCallback(() => sender && void send(endpoint, sender), [endpoint, sender]);
  const actions = useAppRemedies(app, sender === null ? null : retry);
  const renewing = choice.kind === 'token' &&
    sender && { 'mint-again': () => renewAndSend(endpoint, sender) };
  return (
    <section className={styles.answer} aria-label={t('answer')} aria-busy={isRunning}>
      {!outcome && <EmptyState>{isRunning ? t('sending') : t('noAnswer')}</EmptyState>}
      {outcome?.kind === 'problem' && (
        <div className={styles.problem}>
          <ProblemView
            app={app}
            endpointId={endpoint.id}
            problem={outcome.problem}
            {...actions}
            remedies={{ ...actions.remedies, ...renewing }}
          />
        </div>
      )}
      {outcome?.kind === 'answer' && (
        <Answer
          answer={outcome.answer}
          isStale={isRunning}
          examined={app && { appId: app.id, endpointId: endpoint.id }}
        />
      )}
    </section>
  );
}

interface AnswerProps {
  readonly answer: ConsoleAnswer;
  readonly isStale: boolean;
  /** What the doctor can look into when access was refused. */
  readonly examined: AppToExamine | null;
}

function Answer({ answer, isStale, examined }: AnswerProps) {
  const { t } = useTranslation('console');
  const tab = useConsoleStore((state) => state.answerTab);
  return (
    <>
      <AnswerStatus answer={answer} isStale={isStale} examined={examined} />
      <Tabs
        label={t('answer')}
        selected={tab}
        onSelect={(answerTab) => useConsoleStore.setState({ answerTab })}
        tabs={[
          { id: 'body', label: t('answerBody'), content: <AnswerBody answer={answer} /> },
          {
            id: 'headers',
            label: `${t('answerHeaders')} ${answer.headers.length}`,
            content: (
              <div className={styles.tab}>
                <table className={styles.headerTable}>
                  <tbody>
                    {answer.headers.map(([name, value]) => (
                      <tr key={`${name} ${value}`}>
                        <th scope="row">{name}</th>
                        <td>{value}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            ),
          },
        ]}
      />
    </>
  );
}
