import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt } from '../../app/toast-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextComparison } from '../answer/compare/text-comparison.tsx';
import styles from './compare-dialog.module.css';
import { answerText } from './compared-answers.ts';

interface Props {
  /** Ids of entries of the history. */
  readonly earlier: string;
  readonly later: string;
  readonly onClose: () => void;
}

type Reading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'texts'; readonly earlier: string; readonly later: string };

/** What differs between the answers of two requests of the history. */
export function CompareDialog({ earlier, later, onClose }: Props) {
  const { t } = useTranslation(['history', 'frame']);
  const [reading, setReading] = useState<Reading>({ kind: 'reading' });
  useEffect(() => {
    let isWanted = true;
    const texts = attempt(Promise.all([answerText(earlier), answerText(later)]));
    void texts.then((found) => {
      if (!isWanted) return;
      if (found === null) return onClose();
      const [first, second] = found;
      if (first === null || second === null) setReading({ kind: 'too-long' });
      else setReading({ kind: 'texts', earlier: first, later: second });
    });
    return () => {
      isWanted = false;
    };
  }, [earlier, later, onClose]);
  return (
    <Dialog
      title={t('compareTitle')}
      isOpen
      onClose={onClose}
      width={960}
      actions={<Button onPress={onClose}>{t('frame:close')}</Button>}
    >
      {reading.kind === 'reading' && <p role="status">{t('comparing')}</p>}
      {reading.kind === 'too-long' && <p role="status">{t('tooLong')}</p>}
      {reading.kind === 'texts' && (
        <div className={styles.texts}>
          <TextComparison left={reading.earlier} right={reading.later} />
        </div>
      )}
    </Dialog>
  );
}
