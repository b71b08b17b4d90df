import { useTranslation } from 'react-i18next';
import type { EndpointParameter } from '../../../shared/coze/endpoints.ts';
import { Choice } from '../../ui/choice.tsx';
import type { VariableLookup } from '../variables/variables-store.ts';
import { VariableField } from './variable-field.tsx';

interface Props {
  readonly label: string;
  readonly parameter: EndpointParameter | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly lookup: VariableLookup;
  readonly onPaste?: (text: string) => boolean;
}

/** Values that a documented parameter may have; null where it may have any. */
export function valuesOf(parameter: EndpointParameter | null): readonly string[] | null {
  if (parameter?.enum) return parameter.enum.map(String);
  return parameter?.type === 'boolean' ? ['true', 'false'] : null;
}

/** The value of a parameter of path or query: one of its documented values, or a text. */
export function ParameterValue({ label, parameter, value, onChange, lookup, onPaste }: Props) {
  const { t } = useTranslation('request');
  const values = valuesOf(parameter);
  if (values === null || value.includes('{{')) {
    return (
      <VariableField
        label={label}
        value={value}
        lookup={lookup}
        onChange={onChange}
        isRequired={parameter?.required === true}
        {...(onPaste ? { onPaste } : {})}
      />
    );
  }
  const isOther = value !== '' && !values.includes(value);
  return (
    <Choice
      label={label}
      hideLabel
      value={value}
      options={[
        { value: '', label: '—' },
        ...values.map((entry) => ({ value: entry, label: entry })),
        ...(isOther ? [{ value, label: t('other', { value }) }] : []),
      ]}
      onChange={onChange}
    />
  );
}
