import { AnswerPanel } from './answer/answer-panel.tsx';
import { RunsMenu } from './answer/runs/runs-menu.tsx';
import type { ConsoleTab } from './tabs/console-tab.ts';

interface Props {
  readonly tab: ConsoleTab;
}

/** What was answered to the request of a tab that is looked at, or why the newest one was not sent. */
export function AnswerRegion({ tab }: Props) {
  const runId = tab.shownRunId ?? tab.runIds[0] ?? null;
  return (
    <AnswerPanel
      runId={runId}
      otherRunIds={tab.runIds}
      runsMenu={<RunsMenu tab={tab} />}
      isStarting={tab.isStarting}
      notSent={tab.problem}
    />
  );
}
