import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { useNow } from './use-now.ts';

/** What is said of the wait, for a screen on which it ends in something else than minting. */
export interface WaitWords {
  readonly offer: (seconds: number) => string;
  readonly waiting: (seconds: number) => string;
}

interface Props {
  readonly seconds: number;
  readonly words?: WaitWords | undefined;
  /** Called once the time is over; not after the button is gone or was pressed again. */
  readonly onDone: () => void;
}

/** Mints, or does what `words` say, after some seconds, which it counts down; pressing it once more calls that off. */
export function WaitButton({ seconds, words, onDone }: Props) {
  const { t } = useTranslation('frame');
  const [until, setUntil] = useState<number | null>(null);
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(onDone, until - Date.now());
    return () => clearTimeout(timer);
  }, [until, onDone]);
  return (
    <Button onPress={() => setUntil(until === null ? Date.now() + seconds * 1000 : null)}>
      {until === null ? (
        (words?.offer(seconds) ?? t('remedies.mint-later', { seconds }))
      ) : (
        <Countdown until={until} seconds={seconds} words={words} />
      )}
    </Button>
  );
}

interface CountdownProps extends Pick<Props, 'seconds' | 'words'> {
  readonly until: number;
}

function Countdown({ until, seconds, words }: CountdownProps) {
  const { t } = useTranslation('frame');
  const left = Math.ceil((until - useNow()) / 1000);
  const shown = Math.min(seconds, Math.max(0, left));
  return words?.waiting(shown) ?? t('causes.waiting', { seconds: shown });
}
