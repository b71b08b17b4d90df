import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { allFaultsOff } from '../../shared/practice-faults.ts';
import { useAppStore } from '../app/app-store.ts';
import { Button } from '../ui/button.tsx';
import { changeFaults } from './change-faults.ts';
import styles from './practice-screen.module.css';
import { useFaultName } from './use-fault-name.ts';

/** `+600`, `−600`. */
export function signed(seconds: number): string {
  return seconds < 0 ? `−${-seconds}` : `+${seconds}`;
}

/** The faults that are on, in a line whose place is always kept. */
export function FaultStrip() {
  const { t } = useTranslation('practice');
  const faults = useAppStore((state) => state.practice.faults);
  const nameOf = useFaultName();
  const next = faults.nextAnswers;
  const named = [
    ...(['appDeactivated', 'channelUnbound', 'keyRemoved'] as const)
      .filter((name) => faults[name])
      .map((name) => t(`faults.${name}.name`)),
    ...(faults.clockOffsetSeconds === 0
      ? []
      : [t('faults.clockIs', { seconds: signed(faults.clockOffsetSeconds) })]),
    ...(next === null ? [] : [t('faults.nextAnswers', { count: next.times, name: nameOf(next.fault.kind) })]),
  ];
  if (named.length === 0) return <p className={styles.strip}>{t('faults.none')}</p>;
  return (
    <div className={styles.strip} data-on>
      <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
      <ul className={styles.faults} aria-label={t('faults.active')}>
        {named.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <Button look="ghost" onPress={() => changeFaults(allFaultsOff)}>
        {t('faults.allOff')}
      </Button>
    </div>
  );
}
