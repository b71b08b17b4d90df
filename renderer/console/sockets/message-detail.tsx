import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SocketMessage } from '../../../shared/console-socket.ts';
import { call } from '../../app/bridge-client.ts';
import { attempt, showNote } from '../../app/toast-store.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useAnswerView } from '../answer/answer-view-store.ts';
import binaryStyles from '../answer/binary/binary.module.css';
import { hexRows } from '../answer/binary/hex-rows.ts';
import { JsonTree } from '../answer/json/json-tree.tsx';
import { TextView } from '../answer/text/text-view.tsx';
import { faultIn } from './composed-text.ts';
import { lookAt } from './message-look.ts';
import { readMessage } from './message-reader.ts';
import { saveMade } from './save-made.ts';
import styles from './sockets.module.css';

interface Props {
  readonly message: SocketMessage;
}

const mostToCopy = 1_900_000;
const shownBytes = 4096;

function bytesOf({ kind, data }: SocketMessage): Uint8Array {
  return kind === 'binary'
    ? Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
    : new TextEncoder().encode(data);
}

function Bytes({ message }: Props) {
  const { t } = useTranslation('answer');
  const bytes = useMemo(() => bytesOf(message).subarray(0, shownBytes), [message]);
  return (
    <>
      {bytes.length < message.bytes && (
        <p className={styles.earlier}>{t('firstBytes', { count: bytes.length })}</p>
      )}
      <pre className={styles.hex}>
        {hexRows(bytes).map(({ at, bytes: row, text }) => (
          <span key={at} className={binaryStyles.hexRow}>
            <span className={binaryStyles.at}>{at}</span>
            <span className={binaryStyles.bytes}>{row}</span>
            <span className={binaryStyles.ascii}>{`${text}\n`}</span>
          </span>
        ))}
      </pre>
    </>
  );
}

/** One message in full: JSON as a tree or as text, bytes in hexadecimal. */
export function MessageDetail({ message }: Props) {
  const { t } = useTranslation(['socket', 'answer', 'frame']);
  const { kind, data, index } = message;
  const isJson = useMemo(() => kind === 'text' && faultIn(data) === null, [kind, data]);
  const reader = useMemo(() => readMessage(kind === 'text' ? data : '', isJson), [kind, data, isJson]);
  const kept = useAnswerView(({ jsonView }) => jsonView);
  const [view, setView] = useState(kept);
  const ending = kind === 'binary' ? 'bin' : isJson ? 'json' : 'txt';
  const { eventType } = lookAt(message);
  const copy = async () => {
    if (data.length > mostToCopy) showNote(t('tooLong'));
    else await attempt(call('app.copyText', { text: data }));
  };
  return (
    <section className={styles.detail} aria-label={t('opened')}>
      <div className={styles.detailHead}>
        <code className={styles.detailName} title={eventType}>
          #{index + 1} {eventType}
        </code>
        {isJson && (
          <Segmented
            label={t('answer:view')}
            hideLabel
            value={view}
            options={(['tree', 'text'] as const).map((value) => ({ value, label: t(`answer:${value}`) }))}
            onChange={setView}
          />
        )}
        <CopyButton label={t('copyMessage')} doneLabel={t('frame:copied')} onCopy={copy} />
        <Tooltip text={t('saveMessage')}>
          <Button
            look="ghost"
            square
            aria-label={t('saveMessage')}
            onPress={() => void saveMade(`message-${index + 1}.${ending}`, bytesOf(message), t('saved'))}
          >
            <Download size={15} strokeWidth={1.5} />
          </Button>
        </Tooltip>
      </div>
      {kind === 'binary' ? (
        <Bytes message={message} />
      ) : isJson && view === 'tree' ? (
        <JsonTree reader={reader} target={null} />
      ) : (
        <TextView reader={reader} language={isJson ? 'json' : 'text'} target={null} inRows={false} />
      )}
    </section>
  );
}
