import { useTranslation } from 'react-i18next';
import { Segmented } from '../ui/choice.tsx';

interface Props {
  readonly label: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** On or off, as the other settings look. */
export function Switch({ label, isOn, isDisabled = false, onChange }: Props) {
  const { t } = useTranslation('settings');
  return (
    <Segmented
      label={label}
      hideLabel
      isDisabled={isDisabled}
      value={isOn ? 'on' : 'off'}
      options={(['off', 'on'] as const).map((value) => ({ value, label: t(value) }))}
      onChange={(value) => onChange(value === 'on')}
    />
  );
}
