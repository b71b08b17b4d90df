import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { useNow } from './use-now.ts';

interface Props {
  readonly seconds: number;
  /** Called once the time is over; not after the button is gone or was pressed again. */
  readonly onDone: () => void;
}

/** Mints again after some seconds, which it counts down; pressing it once more calls that off. */
export function WaitButton({ seconds, onDone }: Props) {
  const { t } = useTranslation('frame');
  const [until, setUntil] = useState<number | null>(null);
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(onDone, until - Date.now());
    return () => clearTimeout(timer);
  }, [until, onDone]);
  return (
    <Button onPress={() => setUntil(until === null ? Date.now() + seconds * 1000 : null)}>
      {until === null ? t('remedies.mint-later', { seconds }) : <Countdown until={until} seconds={seconds} />}
    </Button>
  );
}

interface CountdownProps {
  readonly until: number;
  readonly seconds: number;
}

function Countdown({ until, seconds }: CountdownProps) {
  const { t } = useTranslation('frame');
  const left = Math.ceil((until - useNow()) / 1000);
  return t('causes.waiting', { seconds: Math.min(seconds, Math.max(0, left)) });
}
