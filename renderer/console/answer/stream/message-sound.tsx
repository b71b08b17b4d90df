import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './stream.module.css';
import { wavOfPcm } from './wav-of-pcm.ts';

interface Props {
  /** Base64, each piece followed by a space. */
  readonly pieces: string;
}

/** Plays what a message says, once it is whole. */
export function MessageSound({ pieces }: Props) {
  const { t } = useTranslation('answer');
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([wavOfPcm(pieces)], { type: 'audio/wav' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [pieces]);
  if (url === null) return null;
  // biome-ignore lint/a11y/useMediaCaption: the text of the message stands above it
  return <audio controls src={url} aria-label={t('sound')} className={styles.sound} />;
}
