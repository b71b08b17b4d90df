import type { ReactNode } from 'react';
import { Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components';
import styles from './field.module.css';

interface Props extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  /** One line below the control; its place is kept by the form's own spacing. */
  readonly hint?: ReactNode;
  /** What is wrong with the value; replaces the hint. */
  readonly problem?: ReactNode;
  /** What is odd about the value, without being wrong. */
  readonly warning?: ReactNode;
  readonly placeholder?: string;
  readonly mono?: boolean;
  /** More than one: a text area of so many rows. */
  readonly rows?: number;
  /** Shown at the end of the control, for example a unit. */
  readonly suffix?: ReactNode;
  readonly hideLabel?: boolean;
  /** The label stands before the control, not above it. */
  readonly isRow?: boolean;
}

export function Field({
  label,
  hint,
  problem,
  warning,
  placeholder = '',
  mono = false,
  rows = 1,
  suffix,
  hideLabel = false,
  isRow = false,
  isInvalid = false,
  ...props
}: Props) {
  const control = `${styles.control} ${mono ? styles.mono : ''}`;
  return (
    <TextField
      {...props}
      validationBehavior="aria"
      isInvalid={isInvalid || Boolean(problem)}
      className={`${styles.field} ${isRow ? styles.row : ''}`}
    >
      <Label className={hideLabel ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
      {rows > 1 ? (
        <TextArea
          rows={rows}
          placeholder={placeholder}
          spellCheck={false}
          className={`${control} ${styles.area}`}
        />
      ) : (
        <div className={styles.box}>
          <Input placeholder={placeholder} spellCheck={false} autoComplete="off" className={control} />
          {suffix !== undefined && <span className={styles.suffix}>{suffix}</span>}
        </div>
      )}
      <FieldNote hint={hint} problem={problem} warning={warning} />
    </TextField>
  );
}

interface NoteProps {
  readonly hint?: ReactNode;
  readonly problem?: ReactNode;
  readonly warning?: ReactNode;
}

function FieldNote({ hint, problem, warning }: NoteProps) {
  if (problem) {
    return (
      <Text slot="errorMessage" elementType="div" className={`${styles.note} ${styles.problem}`}>
        {problem}
      </Text>
    );
  }
  const note = warning ?? hint;
  if (!note) return null;
  return (
    <Text slot="description" elementType="div" className={`${styles.note} ${warning ? styles.warning : ''}`}>
      {note}
    </Text>
  );
}
