import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ConsoleRun } from '../../../../shared/console-run.ts';
import { hasEnded } from '../../../../shared/has-ended.ts';
import { Segmented } from '../../../ui/choice.tsx';
import { type RunEvents, useEvents } from '../../runs-store.ts';
import answerStyles from '../answer.module.css';
import { useAnswerView } from '../answer-view-store.ts';
import { NextRow } from '../next/next-row.tsx';
import { nextOfStory } from '../next/use-next.ts';
import { usePaced } from '../rows/use-paced.ts';
import { SaveButton } from '../save-button.tsx';
import { EventList } from './event-list.tsx';
import { MessageView } from './message-view.tsx';
import styles from './stream.module.css';
import { StreamFacts } from './stream-facts.tsx';
import { storyOf } from './use-story.ts';

interface Props {
  readonly run: ConsoleRun;
  readonly tools: HTMLElement | null;
}

/** The first events are shown as they come, others at leisure. */
function isFirstOf(before: RunEvents): boolean {
  return before.events.length === 0;
}

/** A stream as it comes: its events, and beside them the message put together. */
export function StreamView({ run, tools }: Props) {
  const { t } = useTranslation('answer');
  const ended = hasEnded(run);
  const events = usePaced(useEvents(run.runId), isFirstOf);
  const story = storyOf(run.runId, events);
  const view = useAnswerView((kept) => kept.streamView);
  const firstAt = events.first === 0 ? (events.events[0]?.atMs ?? null) : null;
  return (
    <div className={answerStyles.viewer}>
      {tools !== null &&
        createPortal(
          <>
            <div className={styles.choice}>
              <Segmented
                label={t('streamView')}
                hideLabel
                value={view}
                options={(['message', 'events'] as const).map((value) => ({ value, label: t(value) }))}
                onChange={(streamView) => useAnswerView.setState({ streamView })}
              />
            </div>
            {ended && <SaveButton run={run} />}
          </>,
          tools,
        )}
      <div className={styles.top}>
        <StreamFacts run={run} story={story} firstAt={firstAt} />
      </div>
      <div className={styles.panes} data-view={view}>
        <EventList events={events} isRunning={!ended} />
        <MessageView runId={run.runId} story={story} isRunning={!ended} />
      </div>
      {ended && <NextRow requests={nextOfStory(run, story)} tools={tools} />}
    </div>
  );
}
