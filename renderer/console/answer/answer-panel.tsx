import { memo, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { ConsoleRun } from '../../../shared/console-run.ts';
import type { OAuthApp } from '../../../shared/coze/app.ts';
import { hasEnded } from '../../../shared/has-ended.ts';
import type { Problem } from '../../../shared/problem.ts';
import { useAppStore } from '../../app/app-store.ts';
import { ProblemView } from '../../app/problem-view.tsx';
import { useAppRemedies } from '../../app/use-app-remedies.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { type RunEvents, useRun, useRunsStore } from '../runs-store.ts';
import { renewAndStart, startRun } from '../start-run.ts';
import styles from './answer.module.css';
import { AnswerBodyView } from './answer-body-view.tsx';
import { type AnswerTab, useAnswerView } from './answer-view-store.ts';
import { type ComparableRun, CompareWithOther } from './compare/compare-with-other.tsx';
import { HeaderList } from './head/header-list.tsx';
import { RunStatus } from './head/run-status.tsx';
import { TimingTable } from './head/timing-table.tsx';
import { warmUp } from './reading/answer-reader.ts';
import { usePaced } from './rows/use-paced.ts';
import { isEventless } from './run-outcome.ts';
import { storyOf } from './stream/use-story.ts';

interface Props {
  /** What is looked at; null while nothing was sent. */
  readonly runId: string | null;
  /** What was sent from the same place and is in memory, newest first; that one may be among them. */
  readonly otherRunIds?: readonly string[];
  /** Chooses what is looked at; it stands in the answer's head. */
  readonly runsMenu?: ReactNode;
  /** The next request is on its way to the main process. */
  readonly isStarting?: boolean;
  /** Why the last one was not sent at all. */
  readonly notSent?: Problem | null;
}

/** The app that a run went out as, if it is one of the profile. */
function useAppOf(run: ConsoleRun | null) {
  return useAppStore(({ profile, tokens }) => {
    const token = tokens.find(({ id }) => id === run?.tokenId);
    const appId = token === undefined ? profile.currentAppId : token.appId;
    return profile.apps.find(({ id }) => id === appId) ?? null;
  });
}

interface FailureProps {
  readonly problem: Problem;
  readonly endpointId: string | null;
  readonly app: OAuthApp | null;
}

function Failure({ problem, endpointId, app }: FailureProps) {
  const actions = useAppRemedies(app, () => void startRun());
  return (
    <div className={styles.problem}>
      <ProblemView
        app={app}
        endpointId={endpointId}
        problem={problem}
        {...actions}
        remedies={{ ...actions.remedies, 'mint-again': () => void renewAndStart() }}
      />
    </div>
  );
}

interface AnswerProps {
  readonly run: ConsoleRun;
  readonly otherRunIds: readonly string[];
  readonly runsMenu: ReactNode;
}

/** A run whose body has arrived and is text. */
function comparable(run: ConsoleRun): ComparableRun | null {
  const body = hasEnded(run) ? run.body : null;
  return body !== null && body.bytes > 0 && (body.kind === 'json' || body.kind === 'text')
    ? { run, body }
    : null;
}

/** What a run can be compared with; null when there is nothing. */
function useOthers(
  run: ConsoleRun,
  ids: readonly string[],
): readonly [ComparableRun, ...ComparableRun[]] | null {
  const runs = useRunsStore(
    useShallow((state) => ids.flatMap((id) => (id === run.runId ? [] : (state.runs[id] ?? [])))),
  );
  const [first, ...rest] = runs.flatMap((other) => comparable(other) ?? []);
  return first === undefined ? null : [first, ...rest];
}

const noEvents: RunEvents = { first: 0, events: [] };

const Answer = memo(function Answer({ run, otherRunIds, runsMenu }: AnswerProps) {
  const { t } = useTranslation('answer');
  const app = useAppOf(run);
  const now = comparable(run);
  const others = useOthers(run, otherRunIds);
  const kept = useAnswerView((view) => view.tab);
  const tab = kept === 'compare' && (now === null || others === null) ? 'body' : kept;
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const isStream = run.body?.kind === 'events' && !isEventless(run);
  const hasFailedInside = useRunsStore(
    ({ events }) => isStream && storyOf(run.runId, events[run.runId] ?? noEvents).failure !== null,
  );
  return (
    <>
      <RunStatus run={run} app={app} hasFailedInside={hasFailedInside} end={runsMenu} />
      {run.stage === 'failed' && run.problem !== null && (
        <Failure problem={run.problem} endpointId={run.endpointId} app={app} />
      )}
      {run.head === null ? (
        run.stage === 'cancelled' && <EmptyState>{t('cancelledEarly')}</EmptyState>
      ) : (
        <Tabs<AnswerTab>
          label={t('tabs.body')}
          selected={tab}
          onSelect={(next) => useAnswerView.setState({ tab: next })}
          end={<div ref={setTools} className={styles.tools} />}
          tabs={[
            {
              id: 'body',
              label: t(isStream ? 'tabs.stream' : 'tabs.body'),
              content: <AnswerBodyView key={run.body?.bodyId ?? ''} run={run} tools={tools} />,
            },
            {
              id: 'headers',
              label: `${t('tabs.headers')} ${run.head.headers.length}`,
              content: (
                <div className={styles.scroll}>
                  <HeaderList head={run.head} />
                </div>
              ),
            },
            {
              id: 'timing',
              label: t('tabs.timing'),
              content: (
                <div className={styles.scroll}>
                  <TimingTable timing={run.timing} />
                </div>
              ),
            },
            ...(now !== null && others !== null
              ? [
                  {
                    id: 'compare' as const,
                    label: t('tabs.compare'),
                    content: <CompareWithOther shown={now} others={others} tools={tools} />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </>
  );
});

/** Another request or another stage of it is shown at once; bytes and events are counted at leisure. */
function isTurn(before: ConsoleRun | null, now: ConsoleRun | null): boolean {
  return before?.runId !== now?.runId || before?.stage !== now?.stage;
}

const noRuns: readonly string[] = [];

/** What was answered to a request, while it comes and afterwards. */
export function AnswerPanel({
  runId,
  otherRunIds = noRuns,
  runsMenu = null,
  isStarting = false,
  notSent = null,
}: Props) {
  const { t } = useTranslation(['answer', 'console']);
  const run = usePaced(useRun(runId), isTurn);
  const app = useAppOf(notSent === null ? run : null);
  useEffect(warmUp, []);
  const isBusy = isStarting || (run !== null && !hasEnded(run));
  return (
    <section className={styles.answer} aria-label={t('console:answer')} aria-busy={isBusy}>
      {notSent !== null ? (
        <>
          <div className={styles.corner}>{runsMenu}</div>
          <Failure problem={notSent} endpointId={run?.endpointId ?? null} app={app} />
        </>
      ) : run === null ? (
        <>
          <div className={styles.corner}>{runsMenu}</div>
          <EmptyState>{isBusy || runId !== null ? t('console:sending') : t('nothing')}</EmptyState>
        </>
      ) : (
        <Answer key={run.runId} run={run} otherRunIds={otherRunIds} runsMenu={runsMenu} />
      )}
    </section>
  );
}
