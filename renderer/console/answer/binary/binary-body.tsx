import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { AnswerBody, ConsoleRun } from '../../../../shared/console-run.ts';
import { formatSize } from '../../format-size.ts';
import answerStyles from '../answer.module.css';
import { essenceOf } from '../save-body.ts';
import { SaveButton } from '../save-button.tsx';
import styles from './binary.module.css';
import { HexView } from './hex-view.tsx';
import { RawSound } from './raw-sound.tsx';
import { rawSoundOf } from './raw-sound-type.ts';

interface Props {
  readonly run: ConsoleRun;
  readonly body: AnswerBody;
  readonly tools: HTMLElement | null;
}

interface MediaProps {
  readonly address: string;
}

function Sound({ address }: MediaProps) {
  const { t } = useTranslation('answer');
  const [isUnplayable, setUnplayable] = useState(false);
  if (isUnplayable) return <p className={answerStyles.quiet}>{t('unplayable')}</p>;
  return (
    // biome-ignore lint/a11y/useMediaCaption: nobody knows what is said in it
    <audio
      controls
      preload="metadata"
      src={address}
      aria-label={t('audioLabel')}
      className={styles.audio}
      onError={() => setUnplayable(true)}
    />
  );
}

function Picture({ address }: MediaProps) {
  const { t } = useTranslation('answer');
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null);
  const [isUnshowable, setUnshowable] = useState(false);
  if (isUnshowable) return <p className={answerStyles.quiet}>{t('unshowable')}</p>;
  return (
    <figure className={styles.picture}>
      <img
        src={address}
        alt={t('imageLabel')}
        onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
          setSize({ width, height })
        }
        onError={() => setUnshowable(true)}
      />
      <figcaption className="secondary">{size === null ? '' : t('imageSize', size)}</figcaption>
    </figure>
  );
}

/** What is no text: sound plays, images show, anything else is shown byte by byte. */
export function BinaryBody({ run, body, tools }: Props) {
  const { t } = useTranslation('answer');
  const type = essenceOf(run.head?.contentType ?? null);
  const family = type.split('/')[0];
  const contentType = run.head?.contentType ?? '';
  const isRaw = rawSoundOf(contentType) !== null;
  return (
    <div className={answerStyles.viewer}>
      {tools !== null && createPortal(<SaveButton run={run} isWide />, tools)}
      <p className={answerStyles.line}>
        <span>{t('binary', { type: type === '' ? 'application/octet-stream' : type })}</span>
        <span className="secondary tabular">{formatSize(body.bytes)}</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by the keyboard for that */}
      <section className={answerStyles.scroll} aria-label={t('tabs.body')} tabIndex={0}>
        {isRaw && <RawSound address={body.address} contentType={contentType} bytes={body.bytes} />}
        {family === 'audio' && !isRaw && <Sound address={body.address} />}
        {family === 'image' && type !== 'image/svg+xml' && <Picture address={body.address} />}
        {family !== 'image' && <HexView address={body.address} />}
      </section>
    </div>
  );
}
