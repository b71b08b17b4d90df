import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleSocket } from '../../../shared/console-socket.ts';
import { socketEndpoint } from '../../../shared/coze/socket/socket-endpoints.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { formatSize } from '../format-size.ts';
import { FileChoice } from '../request/file-choice.tsx';
import { takeFile } from '../request/take-file.ts';
import type { ConsoleTab } from '../tabs/console-tab.ts';
import { patchTab } from '../tabs-store.ts';
import { mostPauseMs, mostPieceBytes, type SocketDraft } from './socket-draft.ts';
import { isOpen } from './socket-stage.ts';
import styles from './sound-sender.module.css';
import { cancelFile, sendFile } from './start-socket.ts';

interface Props {
  readonly tab: ConsoleTab;
  readonly socket: ConsoleSocket | null;
}

interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly suffix?: string;
  readonly onChange: (value: number) => void;
}

/** A whole number; what is none, or out of range, stays in the field and is told. */
function NumberField({ label, value, least, most, suffix, onChange }: NumberProps) {
  const { t } = useTranslation('socket');
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string) => {
    const number = Number(text);
    const isGood = /^\d{1,8}$/.test(text.trim()) && number >= least && number <= most;
    setTyped(isGood ? null : text);
    if (isGood) onChange(number);
  };
  return (
    <div className={styles.number}>
      <Field
        label={label}
        value={typed ?? String(value)}
        onChange={change}
        onBlur={() => setTyped(null)}
        inputMode="numeric"
        mono
        {...(suffix === undefined ? {} : { suffix })}
        {...(typed === null ? {} : { problem: t('notInRange', { least, most }) })}
      />
    </div>
  );
}

const defaultAudioEvent = 'input_audio_buffer.append';

/** Sends the bytes of a file, piece by piece. */
export function SoundSender({ tab, socket }: Props) {
  const { t } = useTranslation('socket');
  const { file, form, pieceBytes, pauseMs } = tab.socket;
  const known = socketEndpoint(tab.history.present.endpointId);
  const change = (part: Partial<SocketDraft>) =>
    patchTab(tab.id, (now) => ({ socket: { ...now.socket, ...part }, touched: true }));
  if (known !== null && known.audioEvent === null) return <EmptyState>{t('noSoundIn')}</EmptyState>;
  const audioEvent = known?.audioEvent ?? defaultAudioEvent;
  const sending = socket?.sending ?? null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the file can be chosen by the button, too
    <div
      className={styles.sender}
      data-takes-files
      onDrop={({ dataTransfer: { files } }) => {
        if (files[0]) void takeFile(files[0]).then((taken) => taken && change({ file: taken }));
      }}
    >
      <div className={styles.file}>
        <FileChoice name={t('soundFile')} file={file} onChange={(chosen) => change({ file: chosen })} />
        {sending === null ? (
          <Button
            isDisabled={file === null || !isOpen(socket)}
            keepsFocus
            onPress={() => void sendFile(tab, audioEvent)}
          >
            {t('sendFile')}
          </Button>
        ) : (
          <Button onPress={() => void cancelFile(tab)}>{t('stopFile')}</Button>
        )}
      </div>
      <div className={styles.how}>
        <Segmented
          label={t('form')}
          value={form}
          options={[
            { value: 'event', label: t('forms.event', { eventType: audioEvent }) },
            { value: 'binary', label: t('forms.binary') },
          ]}
          onChange={(next) => change({ form: next })}
        />
        <NumberField
          label={t('pieceBytes')}
          value={pieceBytes}
          least={1}
          most={mostPieceBytes}
          onChange={(bytes) => change({ pieceBytes: bytes })}
        />
        <NumberField
          label={t('pauseMs')}
          value={pauseMs}
          least={0}
          most={mostPauseMs}
          suffix={t('ms')}
          onChange={(ms) => change({ pauseMs: ms })}
        />
      </div>
      <div className={styles.go}>
        {sending !== null && (
          <>
            <progress
              className={styles.progress}
              max={Math.max(1, sending.total)}
              value={sending.bytes}
              aria-label={t('sendFile')}
            />
            <span className="secondary tabular">
              {t('sending', { sent: formatSize(sending.bytes), total: formatSize(sending.total) })}
            </span>
          </>
        )}
        {sending === null && (
          <span className={styles.hint}>{t(isOpen(socket) ? 'inFormHint' : 'notOpen')}</span>
        )}
      </div>
    </div>
  );
}
