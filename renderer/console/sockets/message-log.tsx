import { ArrowDown, ArrowUp, Eraser, FileDown } from 'lucide-react';
import { type KeyboardEvent, type UIEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SocketMessage } from '../../../shared/console-socket.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { rowAfterKey } from '../../ui/use-roving-rows.ts';
import { withoutUnseen } from '../answer/reading/json-row.ts';
import { useTallRows } from '../answer/rows/use-tall-rows.ts';
import { formatSize } from '../format-size.ts';
import { type Direction, filterMessages, typesIn } from './filter-messages.ts';
import styles from './message-log.module.css';
import { lookAt } from './message-look.ts';
import { shownAt } from './said-times.ts';
import socketStyles from './sockets.module.css';
import type { SocketMessages } from './sockets-store.ts';

interface Props {
  readonly messages: SocketMessages;
  readonly isLive: boolean;
  /** Index of the message that is opened. */
  readonly chosen: number | null;
  readonly onChoose: (message: SocketMessage) => void;
  /** Asked to be seen by itself, where there is no room beside the log. */
  readonly onOpen: () => void;
  readonly onClear: () => void;
  readonly onSave: () => void;
}

const rowHeight = 24;
const all = '*';
const nearEnd = 30;
const directions = ['all', 'sent', 'received'] as const;

/** The messages as they come and go; the list follows its end until somebody scrolls up. */
export function MessageLog({ messages, isLive, chosen, onChoose, onOpen, onClear, onSave }: Props) {
  const { t } = useTranslation('socket');
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [direction, setDirection] = useState<Direction>('all');
  const [type, setType] = useState(all);
  const [follows, setFollows] = useState(true);
  const seen = useRef({ top: 0, height: 0 });
  const types = useMemo(() => typesIn(messages.messages), [messages]);
  const shown = useMemo(
    () => filterMessages(messages.messages, direction, type === all ? null : type),
    [messages, direction, type],
  );
  const rows = useTallRows(scroller, shown.length, rowHeight);
  const { show } = rows;
  useEffect(() => {
    if (follows) show(shown.length - 1);
  }, [follows, shown.length, show]);

  const onScroll = ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }: UIEvent) => {
    const { top, height } = seen.current;
    seen.current = { top: scrollTop, height: scrollHeight };
    if (scrollHeight < height) return;
    if (scrollTop < top) setFollows(false);
    else if (scrollHeight - scrollTop - clientHeight < nearEnd) setFollows(true);
  };
  const at = shown.findIndex(({ index }) => index === chosen);
  const choose = (place: number) => {
    const message = shown[place];
    if (message === undefined) return;
    setFollows(false);
    onChoose(message);
    show(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = rowAfterKey(event.key, at, shown.length, rows.page);
    if (place !== null) choose(place);
    else if (event.key === 'Enter' && at !== -1) onOpen();
    else return;
    event.preventDefault();
  };
  const isChosenThere = at >= rows.from && at < rows.to;
  const earlier = messages.first - messages.clearedTo;
  const typeLabel = (value: string) => (value === all ? t('allTypes') : value === '' ? t('noEvent') : value);
  return (
    <div className={styles.log}>
      <div className={styles.toolbar}>
        <div className={styles.direction}>
          <Choice<Direction>
            label={t('direction')}
            hideLabel
            value={direction}
            options={directions.map((value) => ({ value, label: t(`directions.${value}`) }))}
            onChange={setDirection}
          />
        </div>
        <div className={styles.type}>
          <Choice
            label={t('type')}
            hideLabel
            value={type}
            options={[all, ...types].map((value) => ({ value, label: typeLabel(value) }))}
            onChange={setType}
          />
        </div>
        <span className={`${styles.count} secondary tabular`}>{t('count', { count: shown.length })}</span>
        <span className={socketStyles.filler} />
        <Checkbox isSelected={follows} onChange={setFollows}>
          {t('follow')}
        </Checkbox>
        <Tooltip text={t('saveLog')}>
          <Button
            look="ghost"
            square
            aria-label={t('saveLog')}
            isDisabled={messages.messages.length === 0}
            onPress={onSave}
          >
            <FileDown size={15} strokeWidth={1.5} />
          </Button>
        </Tooltip>
        <Tooltip text={t('clear')}>
          <Button
            look="ghost"
            square
            aria-label={t('clear')}
            isDisabled={messages.messages.length === 0}
            onPress={onClear}
          >
            <Eraser size={15} strokeWidth={1.5} />
          </Button>
        </Tooltip>
      </div>
      {earlier > 0 && <p className={socketStyles.earlier}>{t('earlier', { count: earlier })}</p>}
      {shown.length === 0 && (
        <p className={socketStyles.none}>{t(messages.messages.length > 0 ? 'noMatch' : 'waiting')}</p>
      )}
      <div
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t('log')}
        aria-activedescendant={isChosenThere ? `${id}-${chosen}` : undefined}
        className={styles.rows}
        data-live={isLive || undefined}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
        onWheel={({ deltaY }) => deltaY < 0 && setFollows(false)}
      >
        <div role="none" className={styles.space} style={{ height: rows.height }}>
          {shown.slice(rows.from, rows.to).map((message, offset) => (
            <Row
              key={message.index}
              message={message}
              id={`${id}-${message.index}`}
              top={rows.topOf(rows.from + offset)}
              isChosen={message.index === chosen}
              onPress={() => {
                choose(rows.from + offset);
                onOpen();
              }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  readonly message: SocketMessage;
  readonly id: string;
  readonly top: number;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

function Row({ message, id, top, isChosen, onPress }: RowProps) {
  const { t } = useTranslation('socket');
  const { direction, kind, atMs, bytes } = message;
  const { eventType, isError, preview } = lookAt(message);
  const Arrow = direction === 'sent' ? ArrowUp : ArrowDown;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={styles.row}
      data-chosen={isChosen || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onPress}
    >
      <Arrow
        size={13}
        strokeWidth={1.75}
        role="img"
        aria-label={t(`directions.${direction}`)}
        className={styles.arrow}
        data-direction={direction}
      />
      <span className={styles.at}>{shownAt(atMs)}</span>
      <span className={styles.event} data-error={isError || undefined}>
        {kind === 'binary' ? t('binary') : eventType || t('noEvent')}
      </span>
      <span className={styles.preview}>{withoutUnseen(preview)}</span>
      <span className={styles.size}>{formatSize(bytes)}</span>
    </div>
  );
}
