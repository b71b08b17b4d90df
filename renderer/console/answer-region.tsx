import { AnswerPanel } from './answer/answer-panel.tsx';
import type { ConsoleTab } from './tabs/console-tab.ts';

interface Props {
  readonly tab: ConsoleTab;
}

/** What was answered to the newest request of a tab, or why it was not sent. */
export function AnswerRegion({ tab }: Props) {
  const [latest, earlier] = tab.runIds;
  return (
    <AnswerPanel
      runId={latest ?? null}
      earlierRunId={earlier ?? null}
      isStarting={tab.isStarting}
      notSent={tab.problem}
    />
  );
}
