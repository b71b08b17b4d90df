import { type KeyboardEvent, memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StreamEvent } from '../../../../shared/console-run.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { rowAfterKey } from '../../../ui/use-roving-rows.ts';
import type { RunEvents } from '../../runs-store.ts';
import answerStyles from '../answer.module.css';
import { shownMs } from '../head/phases.ts';
import { withoutUnseen } from '../reading/json-row.ts';
import { useTallRows } from '../rows/use-tall-rows.ts';
import { RawEvent } from './raw-event.tsx';
import styles from './stream.module.css';

interface Props {
  readonly events: RunEvents;
  readonly isRunning: boolean;
}

const rowHeight = 24;
const previewLength = 300;
const allTypes = '*';

const nameOf = (event: StreamEvent) => event.event;

/** The events as they come: by type, each with its time; the chosen one as it was received. */
export const EventList = memo(function EventList({ events: { first, events }, isRunning }: Props) {
  const { t } = useTranslation('answer');
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [type, setType] = useState(allTypes);
  const [follows, setFollows] = useState(true);
  const [chosen, setChosen] = useState<number | null>(null);
  const types = useMemo(() => [...new Set(events.map(nameOf))], [events]);
  const shown = useMemo(
    () => (type === allTypes ? events : events.filter((event) => event.event === type)),
    [events, type],
  );
  const rows = useTallRows(scroller, shown.length, rowHeight);
  const { show } = rows;
  useEffect(() => {
    if (isRunning && follows) show(shown.length - 1);
  }, [isRunning, follows, shown.length, show]);

  const at = shown.findIndex(({ index }) => index === chosen);
  const choose = (place: number) => {
    const event = shown[place];
    if (event === undefined) return;
    setFollows(false);
    setChosen(event.index);
    show(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = rowAfterKey(event.key, at, shown.length, rows.page);
    if (place === null) return;
    event.preventDefault();
    choose(place);
  };
  const inSight = shown.slice(rows.from, rows.to);
  const isChosenThere = at >= rows.from && at < rows.to;
  const event = at === -1 ? null : (shown[at] ?? null);
  return (
    <div className={styles.events}>
      <div className={answerStyles.toolbar}>
        <Choice
          label={t('typeFilter')}
          hideLabel
          value={type}
          options={[allTypes, ...types].map((value) => ({
            value,
            label: value === allTypes ? t('allTypes') : value === '' ? t('unnamed') : value,
          }))}
          onChange={setType}
        />
        <span className="secondary tabular">{t('eventCount', { count: shown.length })}</span>
        <span className={answerStyles.filler} />
        {isRunning && (
          <Checkbox isSelected={follows} onChange={setFollows}>
            {t('follow')}
          </Checkbox>
        )}
      </div>
      {first > 0 && <p className={styles.note}>{t('earlierEvents', { count: first })}</p>}
      {shown.length === 0 && (
        <p className={answerStyles.quiet}>{t(isRunning ? 'waitingEvents' : 'noEvents')}</p>
      )}
      <div
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t('events')}
        aria-activedescendant={isChosenThere ? `${id}-${chosen}` : undefined}
        className={styles.eventRows}
        onKeyDown={onKeyDown}
        onWheel={({ deltaY }) => deltaY < 0 && setFollows(false)}
      >
        <div role="none" className={styles.rowSpace} style={{ height: rows.height }}>
          {inSight.map((entry, offset) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
            <div
              key={entry.index}
              id={`${id}-${entry.index}`}
              role="option"
              aria-selected={entry.index === chosen}
              className={styles.event}
              data-chosen={entry.index === chosen || undefined}
              style={{ transform: `translateY(${rows.topOf(rows.from + offset)}px)` }}
              onClick={() => choose(rows.from + offset)}
            >
              <span className={styles.eventAt}>{shownMs(entry.atMs)}</span>
              <span className={styles.eventName} data-kind={kindOf(entry.event)}>
                {shortName(entry.event) || t('unnamed')}
              </span>
              <span className={styles.eventData}>{withoutUnseen(entry.data.slice(0, previewLength))}</span>
            </div>
          ))}
        </div>
      </div>
      {event !== null && <RawEvent event={event} />}
    </div>
  );
});

/** `conversation.` stands before nearly every name of a chat. */
function shortName(name: string): string {
  return name.replace(/^conversation\./, '');
}

function kindOf(name: string): string {
  if (/error|failed/i.test(name)) return 'bad';
  if (/done|completed/i.test(name)) return 'good';
  return /requires_action|interrupt/i.test(name) ? 'soon' : 'plain';
}
