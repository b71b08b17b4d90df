import { ArrowDown, ArrowUp, CircleCheck, CircleMinus, CircleX, LoaderCircle, Plug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConsoleSocket } from '../../../shared/console-socket.ts';
import type { SocketFailure } from '../../../shared/coze/socket/socket-story.ts';
import { useAtSecond } from '../../app/use-now.ts';
import headStyles from '../answer/head/head.module.css';
import { explainCode } from '../explain-code.ts';
import { formatSize } from '../format-size.ts';
import { LogId } from '../log-id.tsx';
import { shownLength } from './said-times.ts';
import { closeMeaning, isClosing, isConnecting, isOpen } from './socket-stage.ts';
import styles from './sockets.module.css';

interface Props {
  readonly socket: ConsoleSocket;
  /** An error that came as an event. */
  readonly failure: SocketFailure | null;
  /** The first log id that an event brought. */
  readonly eventLogId: string | null;
}

const goodCodes: ReadonlySet<number> = new Set([1000, 1001, 1005]);
/** The code of a connection that ended without a close frame; closed from here, the other side did not answer. */
const unanswered = 1006;

function toneOf({ stage, closed }: ConsoleSocket): 'good' | 'bad' | 'quiet' {
  if (stage === 'open') return 'good';
  if (stage === 'failed') return 'bad';
  const isGood = closed === null || goodCodes.has(closed.code) || closed.code === unanswered;
  return stage === 'closed' && !isGood ? 'bad' : 'quiet';
}

function Icon({ socket }: { readonly socket: ConsoleSocket }) {
  if (isConnecting(socket) || isClosing(socket))
    return <LoaderCircle size={15} strokeWidth={1.75} aria-hidden className={headStyles.turning} />;
  if (isOpen(socket)) return <Plug size={15} strokeWidth={1.75} aria-hidden />;
  if (toneOf(socket) === 'bad') return <CircleX size={15} strokeWidth={1.75} aria-hidden />;
  const Ended = socket.stage === 'closed' ? CircleCheck : CircleMinus;
  return <Ended size={15} strokeWidth={1.75} aria-hidden />;
}

function OpenFor({ from, to }: { readonly from: number; readonly to: number | null }) {
  const { t } = useTranslation('socket');
  const seconds = useAtSecond((now) => Math.max(0, Math.floor(((to ?? now) - from) / 1000)));
  const words = t(to === null ? 'openFor' : 'wasOpenFor', { time: shownLength(seconds) });
  // Not said aloud every second.
  return <span aria-hidden={to === null}>{words}</span>;
}

interface ClosedProps {
  readonly closed: NonNullable<ConsoleSocket['closed']>;
  /** It did not break, and nothing was wrong with what came. */
  readonly asAsked: boolean;
}

function Closed({ closed: { code, reason }, asAsked }: ClosedProps) {
  const { t } = useTranslation('socket');
  const isUnanswered = asAsked && code === unanswered;
  const isGood = goodCodes.has(code) || isUnanswered;
  const title = isUnanswered ? 'closedBy.unanswered' : isGood ? 'closedBy.good' : 'closedBy.bad';
  return (
    <div className={headStyles.envelope} data-tone={isGood ? 'quiet' : 'bad'}>
      <div className={headStyles.words} {...(isGood ? {} : { role: 'alert' })}>
        <strong data-testid="close-code">
          {t(title)} <code>{code}</code> {reason}
        </strong>
        <span>{t(`meanings.${isUnanswered ? 'unanswered' : closeMeaning(code)}`)}</span>
      </div>
    </div>
  );
}

function Told({ failure: { code, message, logId } }: { readonly failure: SocketFailure }) {
  const { t, i18n } = useTranslation(['socket', 'frame']);
  return (
    <div className={headStyles.envelope}>
      <div className={headStyles.words} role="alert">
        <strong>
          {code !== null && <code>{code}</code>} {message}
        </strong>
        <span>{(code === null ? null : explainCode(code, i18n.language)) ?? t('errorUnknown')}</span>
        {logId !== null && (
          <span>
            {t('frame:logId')} <code>{logId}</code>
          </span>
        )}
      </div>
    </div>
  );
}

/** How a WebSocket stands, in one line; below it what Coze said was wrong, and how it was closed. */
export function SocketStatus({ socket, failure, eventLogId }: Props) {
  const { t } = useTranslation(['socket', 'frame']);
  const { stage, openedAt, endedAt, handshake, closed, messageCount, sentCount } = socket;
  const logId = handshake?.logId ?? eventLogId;
  const isOver = stage === 'closed' || stage === 'failed';
  const received = messageCount - sentCount;
  const code = isOver ? (closed?.code ?? handshake?.status ?? null) : null;
  return (
    <>
      <div className={styles.status} role="status">
        <span className={headStyles.title} data-tone={toneOf(socket)}>
          <Icon socket={socket} />
          {t(`stages.${stage}`)}
          {code !== null && ` ${code}`}
        </span>
        {openedAt !== null && <OpenFor from={openedAt} to={endedAt} />}
        {openedAt !== null && (
          <>
            <span
              className={styles.amount}
              title={t('sent', { count: sentCount, size: formatSize(socket.sentBytes) })}
            >
              <ArrowUp size={13} strokeWidth={1.75} aria-label={t('directions.sent')} />
              {sentCount} · {formatSize(socket.sentBytes)}
            </span>
            <span
              className={styles.amount}
              title={t('received', { count: received, size: formatSize(socket.receivedBytes) })}
            >
              <ArrowDown size={13} strokeWidth={1.75} aria-label={t('directions.received')} />
              {received} · {formatSize(socket.receivedBytes)}
            </span>
          </>
        )}
        {socket.minted && <span className="secondary">{t('minted')}</span>}
        {socket.retriedAfter && (
          <span className="secondary">{t('retried', { status: socket.retriedAfter.status })}</span>
        )}
        {logId !== null && <LogId logId={logId} />}
      </div>
      {failure !== null && <Told failure={failure} />}
      {isOver && closed !== null && <Closed closed={closed} asAsked={stage === 'closed'} />}
    </>
  );
}
