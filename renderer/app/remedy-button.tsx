import { useTranslation } from 'react-i18next';
import type { Remedy } from '../../shared/problem.ts';
import { Button } from '../ui/button.tsx';
import { WaitButton } from './wait-button.tsx';

export interface RemedyActions {
  /** What this screen can do; remedies without an entry are not offered. */
  readonly remedies: Partial<Record<Remedy, () => void>>;
  /** Words for a remedy that is more than its general name. */
  readonly remedyLabels: Partial<Record<Remedy, string>>;
}

interface Props extends RemedyActions {
  readonly remedy: Remedy;
  /** How long to wait, for a remedy that waits. */
  readonly seconds?: number;
}

const shortWait = 10;

/** The button of one remedy, or nothing where the screen cannot carry it out. */
export function RemedyButton({ remedy, remedies, remedyLabels, seconds = shortWait }: Props) {
  const { t } = useTranslation('frame');
  const run = remedies[remedy];
  if (run === undefined) return null;
  if (remedy === 'mint-later') return <WaitButton seconds={seconds} onDone={run} />;
  const general = remedy === 'switch-region' ? t('remedies.edit-app') : t(`remedies.${remedy}`);
  return <Button onPress={run}>{remedyLabels[remedy] ?? general}</Button>;
}
