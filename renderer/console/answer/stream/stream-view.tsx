import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { AnswerBody, ConsoleRun } from '../../../../shared/console-run.ts';
import { hasEnded } from '../../../../shared/has-ended.ts';
import { Segmented } from '../../../ui/choice.tsx';
import { type RunEvents, useEvents } from '../../runs-store.ts';
import answerStyles from '../answer.module.css';
import { type StreamLook, useAnswerView } from '../answer-view-store.ts';
import { NextRow } from '../next/next-row.tsx';
import { nextOfStory } from '../next/use-next.ts';
import { usePaced } from '../rows/use-paced.ts';
import { SaveButton } from '../save-button.tsx';
import { EventList } from './event-list.tsx';
import { MessageView } from './message-view.tsx';
import { RawStream } from './raw-stream.tsx';
import styles from './stream.module.css';
import { StreamFacts } from './stream-facts.tsx';
import { storyOf } from './use-story.ts';

interface Props {
  readonly run: ConsoleRun;
  readonly body: AnswerBody;
  readonly tools: HTMLElement | null;
}

/** The first events are shown as they come, others at leisure. */
function isFirstOf(before: RunEvents): boolean {
  return before.events.length === 0;
}

interface ChoiceProps {
  readonly view: StreamLook;
}

const choose = (streamView: StreamLook) => useAnswerView.setState({ streamView });

/** Where there is room, events and message stand side by side. */
function ViewChoice({ view }: ChoiceProps) {
  const { t } = useTranslation('answer');
  const label = t('streamView');
  const optionOf = <Value extends StreamLook | 'both'>(value: Value) => ({ value, label: t(value) });
  return (
    <>
      <div className={styles.narrowChoice}>
        <Segmented
          label={label}
          hideLabel
          value={view}
          options={(['message', 'events', 'raw'] as const).map(optionOf)}
          onChange={choose}
        />
      </div>
      <div className={styles.wideChoice}>
        <Segmented
          label={label}
          hideLabel
          value={view === 'raw' ? 'raw' : 'both'}
          options={(['both', 'raw'] as const).map(optionOf)}
          onChange={(next) => choose(next === 'raw' ? 'raw' : 'message')}
        />
      </div>
    </>
  );
}

/** A stream as it comes: its events, and beside them the message put together, or all of it as text. */
export function StreamView({ run, body, tools }: Props) {
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
            <ViewChoice view={view} />
            {ended && view !== 'raw' && <SaveButton run={run} />}
          </>,
          tools,
        )}
      <div className={styles.top}>
        <StreamFacts run={run} story={story} firstAt={firstAt} />
      </div>
      {view === 'raw' ? (
        <RawStream run={run} body={body} tools={tools} />
      ) : (
        <div className={styles.panes} data-view={view}>
          <EventList events={events} isRunning={!ended} />
          <MessageView runId={run.runId} story={story} isRunning={!ended} />
        </div>
      )}
      {ended && <NextRow requests={nextOfStory(run, story)} tools={tools} />}
    </div>
  );
}
