import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../ui/choice.tsx';
import answerStyles from '../answer.module.css';
import { fetchStart } from '../reading/fetch-body.ts';
import { wavFile } from '../stream/wav-of-pcm.ts';
import styles from './binary.module.css';
import { rawSoundOf, sampleRates } from './raw-sound-type.ts';

interface Props {
  readonly address: string;
  /** The whole `Content-Type`; one of a type that `rawSoundOf` knows. */
  readonly contentType: string;
  readonly bytes: number;
}

/** Longer sound is played as far as this, in bytes. */
const mostBytes = 64 * 1024 * 1024;

/** Samples without a header, played at a rate that is to be chosen, because nothing in them says it. */
export function RawSound({ address, contentType, bytes }: Props) {
  const { t } = useTranslation('answer');
  const said = rawSoundOf(contentType);
  const [rate, setRate] = useState(said?.sampleRate ?? 0);
  const [samples, setSamples] = useState<Uint8Array | null>(null);
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void fetchStart(address, Math.min(bytes, mostBytes)).then((come) => isCurrent && setSamples(come));
    return () => {
      isCurrent = false;
    };
  }, [address, bytes]);
  const { tag, bits } = said ?? {};
  useEffect(() => {
    if (samples === null || samples.length === 0 || tag === undefined || bits === undefined) return;
    const file = wavFile([samples], { tag, bits, sampleRate: rate });
    const made = URL.createObjectURL(new Blob([file], { type: 'audio/wav' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [samples, tag, bits, rate]);
  const rates = [...new Set([...sampleRates, rate])].toSorted((one, other) => one - other);
  return (
    <div className={styles.rawSound}>
      <Choice
        label={t('sampleRate')}
        isRow
        value={String(rate)}
        options={rates.map((value) => ({ value: String(value), label: `${value} Hz` }))}
        onChange={(value) => setRate(Number(value))}
      />
      {bytes > mostBytes && <p className={answerStyles.quiet}>{t('firstBytes', { count: mostBytes })}</p>}
      {url !== null && (
        // biome-ignore lint/a11y/useMediaCaption: nobody knows what is said in it
        <audio controls src={url} aria-label={t('audioLabel')} className={styles.audio} />
      )}
    </div>
  );
}
