import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store.ts';
import { Button } from '../ui/button.tsx';
import { changeFaults } from './change-faults.ts';
import { FaultRow } from './fault-row.tsx';
import styles from './faults-view.module.css';
import { NumberField } from './number-field.tsx';

const oneYear = 31_536_000;

/** Practice Coze's clock, so many seconds off. */
export function ClockFault() {
  const { t } = useTranslation('practice');
  const seconds = useAppStore((state) => state.practice.faults.clockOffsetSeconds);
  const set = (clockOffsetSeconds: number) => changeFaults({ clockOffsetSeconds });
  return (
    <FaultRow
      name={t('faults.clock.name')}
      effect={t('faults.clock.effect')}
      isOn={seconds !== 0}
      onChange={(isOn) => set(isOn ? 600 : 0)}
      end={
        <div className={styles.clock}>
          <Button look="ghost" onPress={() => set(-600)}>
            {t('faults.clock.behind')}
          </Button>
          <Button look="ghost" onPress={() => set(600)}>
            {t('faults.clock.ahead')}
          </Button>
          <NumberField
            label={t('faults.clock.name')}
            value={seconds}
            least={-oneYear}
            most={oneYear}
            unit={t('faults.clock.unit')}
            wrong={t('faults.clock.wrong')}
            onChange={set}
          />
        </div>
      }
    />
  );
}
