import { Stethoscope } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { type AppToExamine, openDoctor } from './open-targets.ts';
import styles from './problem-view.module.css';

/** Opens the doctor on an app that failed, and begins. */
export function RunDoctorButton({ appId, endpointId }: AppToExamine) {
  const { t } = useTranslation('frame');
  return (
    <Button look="ghost" className={styles.support ?? ''} onPress={() => openDoctor({ appId, endpointId })}>
      <Stethoscope size={14} strokeWidth={1.5} aria-hidden />
      {t('runDoctor')}
    </Button>
  );
}
