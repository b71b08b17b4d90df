import { useTranslation } from 'react-i18next';
import { findInApp } from '../../shared/coze/app-findings.ts';
import { Field } from '../ui/field.tsx';

interface Props {
  readonly kid: string;
  readonly onChange: (kid: string) => void;
  readonly hint?: string;
  readonly label?: string;
  readonly onBlur?: () => void;
}

/** The public key fingerprint, with a word when it looks like something else. */
export function KidField({ kid, onChange, hint, label = 'kid', onBlur }: Props) {
  const { t } = useTranslation('keys');
  const finding = findInApp({ clientId: '', kid }).find((entry) => entry.field === 'kid');
  const words = finding && t(`findings.${finding.code}`);
  return (
    <Field
      label={label}
      mono
      value={kid}
      onChange={onChange}
      onBlur={() => onBlur?.()}
      maxLength={256}
      placeholder={t('form.kidPlaceholder')}
      hint={hint}
      problem={finding?.severity === 'error' ? words : undefined}
      warning={finding?.severity === 'warning' ? words : undefined}
    />
  );
}
