import { useTranslation } from 'react-i18next';
import type { ConsoleRun } from '../../../../shared/console-run.ts';
import { endingOf } from '../../../../shared/coze/stream/story/stream-ending.ts';
import type { StreamStory } from '../../../../shared/coze/stream/story/stream-story.ts';
import { hasEnded } from '../../../../shared/has-ended.ts';
import { explainCode } from '../../explain-code.ts';
import { shownMs } from '../head/phases.ts';
import { isGood } from '../run-outcome.ts';
import { CancelChat, useCancelling } from './cancel-chat.tsx';
import styles from './stream.module.css';

interface Props {
  readonly run: ConsoleRun;
  readonly story: StreamStory;
  /** Milliseconds until the first event; null while there was none. */
  readonly firstAt: number | null;
}

const tones = {
  running: 'quiet',
  done: 'good',
  'tool-outputs': 'soon',
  interrupted: 'soon',
  failed: 'bad',
  stopped: 'soon',
  broken: 'bad',
  cancelled: 'quiet',
} as const;

const noted = {
  stopped: 'stopped',
  broken: 'broken',
  cancelled: 'cancelled',
  cancelledBoth: 'cancelledBoth',
} as const;

const shown = (count: number | null) => (count === null ? '–' : String(count));

/** How a stream stands or ended, what it used, and what is odd about it. */
export function StreamFacts({ run, story, firstAt }: Props) {
  const { t, i18n } = useTranslation('answer');
  const ending = endingOf(story, run.stage);
  const { usage, failure, chat, end } = story;
  const cancelling = useCancelling(run.runId);
  const isOverAtCoze = cancelling !== null && hasEnded(cancelling) && isGood(cancelling);
  const shownEnding = ending === 'cancelled' && isOverAtCoze ? 'cancelledBoth' : ending;
  const note = shownEnding in noted ? t(`endingNotes.${shownEnding as keyof typeof noted}`) : null;
  const code = failure === null ? null : Number(failure.code);
  const meaning = code === null || !Number.isInteger(code) ? null : explainCode(code, i18n.language);
  return (
    <>
      <div className={styles.facts}>
        <span className={styles.ending} data-tone={tones[ending]} data-testid="stream-ending">
          {t(`endings.${ending}`)}
        </span>
        {end !== null && <span>{t('endedBy', { mark: t(`endMarks.${end}`) })}</span>}
        <span>{t('eventCount', { count: run.eventCount ?? story.events })}</span>
        {firstAt !== null && <span>{t('firstEvent', { ms: shownMs(firstAt) })}</span>}
        {chat !== null && chat.status !== '' && <span>{t('status', { status: chat.status })}</span>}
        {usage !== null && (
          <span>
            {t('tokens', {
              input: shown(usage.input),
              output: shown(usage.output),
              total: shown(usage.total),
            })}
          </span>
        )}
        {story.beats > 0 && <span>{t('beats', { count: story.beats })}</span>}
        {story.lostEvents > 0 && (
          <span className={styles.lost}>{t('lost', { count: story.lostEvents })}</span>
        )}
        {story.unreadable > 0 && (
          <span className={styles.lost}>{t('unreadable', { count: story.unreadable })}</span>
        )}
        <CancelChat run={run} story={story} />
      </div>
      {failure !== null && (
        <div className={styles.failure} role="alert">
          <strong>
            {failure.code !== '' && <code>{failure.code}</code>} {failure.message}
          </strong>
          {meaning !== null && <span>{meaning}</span>}
        </div>
      )}
      {note !== null && <p className={styles.note}>{note}</p>}
    </>
  );
}
