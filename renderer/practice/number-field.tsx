import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field.tsx';
import styles from './faults-view.module.css';
import { readWhole } from './read-whole.ts';

interface Props {
  readonly label: string;
  readonly showsLabel?: boolean;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly unit?: string;
  /** What is said of a text that is no such number. */
  readonly wrong?: string;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A whole number that is taken on Enter and when the field is left; Escape, or another value, drops what was typed. */
export function NumberField({
  label,
  showsLabel = false,
  value,
  least,
  most,
  unit,
  wrong,
  isDisabled = false,
  onChange,
}: Props) {
  const { t } = useTranslation('practice');
  const [draft, setDraft] = useState<string | null>(null);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setDraft(null);
  }
  const read = draft === null ? value : readWhole(draft, least, most);
  const take = () => {
    if (draft !== null && read !== null && read !== value) onChange(read);
    if (read !== null) setDraft(null);
  };
  return (
    <form
      className={styles.number}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Field
        label={label}
        hideLabel={!showsLabel}
        isRow={showsLabel}
        value={draft ?? String(value)}
        onChange={setDraft}
        onBlur={take}
        problem={read === null ? (wrong ?? t('faults.wrongNumber', { least, most })) : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(null);
          else event.continuePropagation();
        }}
        isDisabled={isDisabled}
        maxLength={10}
        {...(unit === undefined ? {} : { suffix: unit })}
      />
    </form>
  );
}
