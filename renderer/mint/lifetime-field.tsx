import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import styles from './mint-screen.module.css';

const presets = ['900', '3600', '21600', '86399'] as const;

interface Props {
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

export function LifetimeField({ value, isWrong, onChange }: Props) {
  const { t } = useTranslation('mint');
  return (
    <div className={styles.lifetime}>
      <Field
        label={t('lifetime')}
        mono
        suffix={t('seconds')}
        inputMode="numeric"
        value={value}
        onChange={onChange}
        isInvalid={isWrong}
      />
      <fieldset className={styles.presets} aria-label={t('lifetimePresets')}>
        {presets.map((seconds) => (
          <Button
            key={seconds}
            look="ghost"
            className={styles.preset ?? ''}
            aria-pressed={value.trim() === seconds}
            onPress={() => onChange(seconds)}
          >
            {t(`presets.${seconds}`)}
          </Button>
        ))}
      </fieldset>
      {isWrong && <p className={styles.wrong}>{t('lifetimeProblem')}</p>}
    </div>
  );
}
