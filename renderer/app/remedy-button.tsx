import { useTranslation } from 'react-i18next';
import type { Remedy } from '../../shared/remedies.ts';
import { Button } from '../ui/button.tsx';
import { WaitButton, type WaitWords } from './wait-button.tsx';

export interface RemedyActions {
  /** What this screen can do; remedies without an entry are not offered. */
  readonly remedies: Partial<Record<Remedy, () => void>>;
  /** Words for a remedy that is more than its general name. */
  readonly remedyLabels: Partial<Record<Remedy, string>>;
  /** Words for a remedy that waits, where it does something else than mint. */
  readonly waitWords?: WaitWords | undefined;
}

interface Props extends RemedyActions {
  readonly remedy: Remedy;
  /** How long to wait, for a remedy that waits. */
  readonly seconds?: number;
}

const shortWait = 10;

/** The button of one remedy, or nothing where the screen cannot carry it out. */
export function RemedyButton({ remedy, remedies, remedyLabels, waitWords, seconds = shortWait }: Props) {
  const { t } = useTranslation('frame');
  const run = remedies[remedy];
  if (run === undefined) return null;
  if (remedy === 'mint-later') return <WaitButton seconds={seconds} words={waitWords} onDone={run} />;
  const general = remedy === 'switch-region' ? t('remedies.edit-app') : t(`remedies.${remedy}`);
  return <Button onPress={run}>{remedyLabels[remedy] ?? general}</Button>;
}
