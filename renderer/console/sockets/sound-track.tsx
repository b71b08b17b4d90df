import { Download, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SocketTrack } from '../../../shared/coze/socket/socket-story.ts';
import { Button } from '../../ui/button.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { formatSize } from '../format-size.ts';
import styles from './said.module.css';
import { shownAt } from './said-times.ts';
import { saveMade } from './save-made.ts';
import socketStyles from './sockets.module.css';
import { soundBytes, soundFile } from './sound-file.ts';

interface Props {
  readonly track: SocketTrack;
  readonly number: number;
  /** More of it may come. */
  readonly isLive: boolean;
}

interface PlayerProps {
  readonly label: string;
  readonly pieces: string;
  readonly format: SocketTrack['format'];
}

function Player({ label, pieces, format }: PlayerProps) {
  const { t } = useTranslation('socket');
  const [url, setUrl] = useState<string | null>(null);
  const [isPlayable, setPlayable] = useState(true);
  const { codec, sampleRate } = format;
  useEffect(() => {
    const { bytes, type } = soundFile(pieces, { codec, sampleRate });
    setPlayable(type !== null);
    if (type === null) return;
    const made = URL.createObjectURL(new Blob([bytes], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [pieces, codec, sampleRate]);
  if (!isPlayable) return <p className="secondary">{t('unplayable', { codec })}</p>;
  if (url === null) return null;
  // biome-ignore lint/a11y/useMediaCaption: what is said stands beside it
  return <audio controls src={url} aria-label={label} className={styles.player} />;
}

/** Sound that was put together: played once it is whole, or as far as it has come when that is asked for. */
export function SoundTrack({ track, number, isLive }: Props) {
  const { t } = useTranslation('socket');
  const { pieces, format, isComplete, firstAt } = track;
  const [soFar, setSoFar] = useState<string | null>(null);
  const label = t('sound', { number });
  const played = isComplete || !isLive ? pieces : soFar;
  const save = () => {
    const { bytes, ending } = soundFile(pieces, format);
    void saveMade(`sound-${number}.${ending}`, bytes, t('saved'));
  };
  return (
    <li className={styles.line}>
      <div className={styles.lineHead}>
        <span className={styles.speaker}>{label}</span>
        <span className={styles.lineAt}>{shownAt(firstAt)}</span>
        <span className={styles.lineAt}>
          {t('soundFacts', {
            codec: format.codec,
            rate: format.sampleRate,
            size: formatSize(soundBytes(track)),
          })}
        </span>
        {played === null && <span className={styles.lineAt}>{t('goesOn')}</span>}
        <span className={socketStyles.filler} />
        {played === null && (
          <Button look="ghost" className={styles.small ?? ''} onPress={() => setSoFar(pieces)}>
            <Play size={13} strokeWidth={1.75} aria-hidden />
            {t('playSoFar')}
          </Button>
        )}
        <Tooltip text={t('saveSound')}>
          <Button look="ghost" square aria-label={`${t('saveSound')} ${label}`} onPress={save}>
            <Download size={15} strokeWidth={1.5} />
          </Button>
        </Tooltip>
      </div>
      {played !== null && <Player label={label} pieces={played} format={format} />}
    </li>
  );
}
