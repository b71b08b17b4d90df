import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleAnswer } from '../../shared/console.ts';
import type { ConsoleRun } from '../../shared/console-run.ts';
import { useCurrentApp } from '../app/app-store.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useAppRemedies } from '../app/use-app-remedies.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { AnswerBody } from './answer-body.tsx';
import { AnswerStatus } from './answer-status.tsx';
import styles from './console-screen.module.css';
import { useRun, useRunsStore } from './runs-store.ts';
import { isRunning, renewAndStart, startRun } from './start-run.ts';
import type { ConsoleTab } from './tabs/console-tab.ts';
import { useSender, useTokenChoice } from './use-sender.ts';

interface Props {
  readonly tab: ConsoleTab;
}

const retry = () => void startRun();

/** What was answered to the newest request of a tab, or why it was not sent. */
export function AnswerRegion({ tab }: Props) {
  const { t } = useTranslation('console');
  const current = useCurrentApp();
  const choice = useTokenChoice();
  const app = choice.kind === 'token' && choice.appId === null ? null : current;
  const sender = useSender();
  const isBusy = useRunsStore(({ runs }) => isRunning(tab, runs));
  const run = useRun(tab.runIds[0] ?? null);
  const text = useText(run);
  const answer = run === null || text === null ? null : answerOf(run, text);
  const problem = tab.problem ?? run?.problem ?? null;
  const actions = useAppRemedies(app, sender === null ? null : retry);
  const renewing = choice.kind === 'token' && { 'mint-again': renewAndStart };
  const { endpointId } = tab.history.present;
  return (
    <section className={styles.answer} aria-label={t('answer')} aria-busy={isBusy}>
      {problem ? (
        <div className={styles.problem}>
          <ProblemView
            app={app}
            endpointId={endpointId}
            problem={problem}
            {...actions}
            remedies={{ ...actions.remedies, ...renewing }}
          />
        </div>
      ) : answer ? (
        <Answer answer={answer} isStale={isBusy} examined={app && { appId: app.id, endpointId }} />
      ) : (
        <EmptyState>{isBusy ? t('sending') : t('noAnswer')}</EmptyState>
      )}
    </section>
  );
}

function useText(run: ConsoleRun | null): string | null {
  const address = run?.stage === 'done' ? (run.body?.address ?? null) : null;
  const [read, setRead] = useState<{ readonly address: string; readonly text: string } | null>(null);
  useEffect(() => {
    if (address === null) return;
    const controller = new AbortController();
    void fetch(address, { signal: controller.signal })
      .then((response) => response.text())
      .then((text) => setRead({ address, text }))
      .catch(() => undefined);
    return () => controller.abort();
  }, [address]);
  if (run?.stage === 'done' && address === null) return '';
  return read?.address === address ? (read?.text ?? null) : null;
}

function answerOf({ head, body, envelope, timing, ...run }: ConsoleRun, text: string): ConsoleAnswer | null {
  if (head === null) return null;
  return {
    ...head,
    ...run,
    text,
    binary: body?.kind === 'binary',
    size: body?.bytes ?? 0,
    truncated: body?.truncated ?? false,
    envelope,
    firstByteMs: timing.firstByte ?? 0,
    totalMs: timing.total ?? 0,
  };
}

interface AnswerProps {
  readonly answer: ConsoleAnswer;
  readonly isStale: boolean;
  readonly examined: { readonly appId: string; readonly endpointId: string | null } | null;
}

function Answer({ answer, isStale, examined }: AnswerProps) {
  const { t } = useTranslation('console');
  const [view, setView] = useState<'body' | 'headers'>('body');
  return (
    <>
      <AnswerStatus answer={answer} isStale={isStale} examined={examined} />
      <Tabs
        label={t('answer')}
        selected={view}
        onSelect={setView}
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
