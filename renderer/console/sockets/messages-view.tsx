import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ConsoleSocket } from '../../../shared/console-socket.ts';
import type { SocketStory } from '../../../shared/coze/socket/socket-story.ts';
import { Segmented } from '../../ui/choice.tsx';
import { MessageDetail } from './message-detail.tsx';
import { MessageLog } from './message-log.tsx';
import { SaidView } from './said-view.tsx';
import { saveLog } from './save-log.ts';
import styles from './sockets.module.css';
import { clearMessages, type SocketMessages } from './sockets-store.ts';

interface Props {
  readonly tabId: string;
  readonly socket: ConsoleSocket;
  readonly messages: SocketMessages;
  readonly story: SocketStory;
  readonly isLive: boolean;
  /** Where the choice of what is shown stands. */
  readonly tools: HTMLElement | null;
}

type Side = 'said' | 'message';

/** The log, and beside it, or in its place where there is no room, what was said or the message that was chosen. */
export function MessagesView({ tabId, socket, messages, story, isLive, tools }: Props) {
  const { t } = useTranslation('socket');
  const { socketId } = socket;
  const [side, setSide] = useState<Side>('said');
  const [isSideOpen, setSideOpen] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const message = useMemo(
    () => (chosen === null ? null : (messages.messages[chosen - messages.first] ?? null)),
    [messages, chosen],
  );
  const label = (value: Side | 'log') => ({ value, label: t(`views2.${value}`) });
  return (
    <div className={styles.panes} data-side={isSideOpen || undefined}>
      {tools !== null &&
        createPortal(
          <>
            <div className={styles.wideChoice}>
              <Segmented<Side>
                label={t('view')}
                hideLabel
                value={side}
                options={[
                  label('said') as { value: Side; label: string },
                  label('message') as { value: Side; label: string },
                ]}
                onChange={setSide}
              />
            </div>
            <div className={styles.narrowChoice}>
              <Segmented<Side | 'log'>
                label={t('view')}
                hideLabel
                value={isSideOpen ? side : 'log'}
                options={[label('log'), label('message'), label('said')]}
                onChange={(next) => {
                  setSideOpen(next !== 'log');
                  if (next !== 'log') setSide(next);
                }}
              />
            </div>
          </>,
          tools,
        )}
      <MessageLog
        messages={messages}
        isLive={isLive}
        chosen={chosen}
        onChoose={({ index }) => {
          setChosen(index);
          setSide('message');
        }}
        onOpen={() => setSideOpen(true)}
        onClear={() => {
          setChosen(null);
          setSide('said');
          clearMessages(socketId);
        }}
        onSave={() => void saveLog(socket, messages.clearedTo, t('saved'))}
      />
      <div className={styles.side}>
        {side === 'said' ? (
          <SaidView tabId={tabId} story={story} isLive={isLive} />
        ) : message === null ? (
          <p className={styles.none}>{t('chooseMessage')}</p>
        ) : (
          <MessageDetail key={message.index} message={message} />
        )}
      </div>
    </div>
  );
}
