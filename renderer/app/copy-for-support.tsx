import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { call } from './bridge-client.ts';
import styles from './problem-view.module.css';
import { attempt } from './toast-store.ts';

interface Props {
  /** Makes the text when it is asked for. */
  readonly report: () => string;
}

/** Copies a failure as plain text without secrets, then says for two seconds that it did. */
export function CopyForSupport({ report }: Props) {
  const { t } = useTranslation('frame');
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setDone(false), 2000);
    return () => clearTimeout(timer);
  }, [isDone]);
  const copy = async () => {
    await call('app.copyText', { text: report() });
    setDone(true);
  };
  const Icon = isDone ? Check : Copy;
  return (
    <Button look="ghost" className={styles.support ?? ''} onPress={() => void attempt(copy())}>
      <Icon size={14} strokeWidth={1.5} aria-hidden />
      {isDone ? t('copiedForSupport') : t('copyForSupport')}
    </Button>
  );
}
