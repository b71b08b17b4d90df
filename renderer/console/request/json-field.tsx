import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointBody } from '../../../shared/coze/endpoints.ts';
import { minifyJson } from '../../../shared/json/minify-json.ts';
import { Choice } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import type { VariableLookup } from '../variables/variables-store.ts';
import { type FieldText, fieldKind, jsonOf } from './body-field.ts';
import { formatBody } from './body-text.ts';
import styles from './body-view.module.css';
import { ParameterName } from './parameter-name.tsx';
import { valuesOf } from './parameter-value.tsx';
import { noteRefused } from './refused-fields.ts';
import { VariableField } from './variable-field.tsx';

interface Props {
  readonly parameter: EndpointBody['fields'][number];
  /** What stands in the JSON. */
  readonly field: FieldText;
  /** Takes JSON text; null removes the member. */
  readonly onChange: (value: string | null) => void;
  readonly lookup: VariableLookup;
  readonly isLocked: boolean;
}

/** One documented member of the body. Text that is no JSON of its type stays in the field until it is. */
export function JsonField({ parameter, field, onChange, lookup, isLocked }: Props) {
  const isRequired = parameter.required === true;
  return (
    <div className={styles.fieldRow}>
      <ParameterName
        name={parameter.name}
        parameter={parameter}
        isMissing={field.kind === 'absent' || field.kind === 'placeholder' || field.text === ''}
      />
      <Control {...{ parameter, field, onChange, lookup, isLocked, isRequired }} />
    </div>
  );
}

interface ControlProps extends Props {
  readonly isRequired: boolean;
}

function Control(props: ControlProps) {
  const { parameter, field } = props;
  const values = valuesOf(parameter);
  const isVariable = field.text.includes('{{');
  if (values !== null && field.kind !== 'structure' && !isVariable) {
    return <ValueChoice {...props} values={values} />;
  }
  return <TypedText {...props} isJson={fieldKind(parameter) === 'json' || field.kind === 'structure'} />;
}

interface ChoiceProps extends ControlProps {
  readonly values: readonly string[];
}

function ValueChoice({ parameter, field, onChange, isLocked, values }: ChoiceProps) {
  const { t } = useTranslation('request');
  const isOther = field.kind !== 'absent' && !values.includes(field.text);
  return (
    <Choice
      label={parameter.name}
      hideLabel
      isDisabled={isLocked}
      value={field.kind === 'absent' ? '' : field.text}
      options={[
        { value: '', label: '—' },
        ...values.map((value) => ({ value, label: value })),
        ...(isOther ? [{ value: field.text, label: t('other', { value: field.text }) }] : []),
      ]}
      onChange={(value) => onChange(value === '' ? null : jsonOf(parameter, value))}
    />
  );
}

interface TypedProps extends ControlProps {
  readonly isJson: boolean;
}

function TypedText({ parameter, field, onChange, lookup, isLocked, isRequired, isJson }: TypedProps) {
  const { t } = useTranslation('request');
  const shown = shownText(field);
  const [typed, setTyped] = useState<{ readonly text: string; readonly whenShown: string } | null>(null);
  const own = typed !== null && isSame(typed.whenShown, shown, isJson) ? typed : null;
  const isText = fieldKind(parameter) === 'text' && !isJson;
  const refuses = (text: string) => text.trim() !== '' && jsonOf(parameter, text) === null;
  const isWrong = own !== null && refuses(own.text);
  useEffect(() => {
    if (!isWrong) return;
    return noteRefused({ name: parameter.name, discard: () => setTyped(null) });
  }, [isWrong, parameter.name]);
  const change = (text: string) => {
    if (isLocked) return;
    if (text === '' || (!isText && text.trim() === '')) {
      setTyped({ text, whenShown: '' });
      onChange(isRequired && isText ? '""' : null);
      return;
    }
    const json = jsonOf(parameter, text);
    setTyped({ text, whenShown: json === null ? shown : isText ? text : text.trim() });
    if (json !== null) onChange(json);
  };
  const leave = () => setTyped((now) => (now !== null && refuses(now.text) ? now : null));
  const problem = isWrong ? t(problemOf(parameter.type)) : undefined;
  const common = {
    label: parameter.name,
    value: own?.text ?? shown,
    onChange: change,
    onBlur: leave,
    isReadOnly: isLocked,
    isRequired,
    placeholder: placeholderOf(field, parameter.keys, (names) => t('keys', { names })),
    ...(problem === undefined ? {} : { problem }),
  };
  if (!isJson) return <VariableField {...common} lookup={lookup} />;
  return <Field {...common} hideLabel mono rows={rowsOf(common.value)} />;
}

/** What stands in the JSON; a structure as if it began at the left. */
function shownText({ kind, text }: FieldText): string {
  if (kind === 'placeholder') return '';
  return kind === 'structure' ? formatBody(text) : text;
}

/** White space between the tokens of JSON is nobody's. */
function isSame(one: string, other: string, isJson: boolean): boolean {
  return one === other || (isJson && minifyJson(one) === minifyJson(other));
}

function problemOf(type: string) {
  if (type === 'integer') return 'notInteger';
  if (type === 'number') return 'notNumber';
  return type === 'object' ? 'notObject' : 'notArray';
}

function placeholderOf(
  field: FieldText,
  keys: readonly string[] | undefined,
  said: (names: string) => string,
): string {
  if (field.kind === 'placeholder') return field.text;
  return keys === undefined ? '' : said(keys.join(', '));
}

/** Two rows at least, so that nothing moves when the first line break is typed. */
function rowsOf(text: string): number {
  return Math.min(8, Math.max(2, text.split('\n').length));
}
