import { type ReactNode, useEffect, useState } from 'react';
import { Field } from '../../ui/field.tsx';
import styles from './build.module.css';
import { setRefusedText } from './build-store.ts';

interface Props {
  readonly label: string;
  /** What stands in the JSON. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  /**
   * Takes what was typed, or gives null for what cannot be written into the JSON: that stays in the field until it can,
   * or until the JSON says something else.
   */
  readonly parse?: (text: string) => string | null;
  /** The field was left with this text. */
  readonly onLeave?: (text: string) => void;
  readonly isLocked?: boolean;
  readonly isInvalid?: boolean;
  readonly isMono?: boolean;
  readonly hint?: ReactNode;
  /** Said while the text cannot be taken. */
  readonly problem?: string;
  /** Stands at the end of the row. */
  readonly end?: ReactNode;
}

/** One member of the JSON as a field. Text that means the same as the JSON stays as it was typed until it is left. */
export function MemberField({
  label,
  value,
  onChange,
  parse = (text) => text,
  onLeave,
  isLocked = false,
  isInvalid = false,
  isMono = true,
  hint,
  problem,
  end,
}: Props) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly whenValue: string } | null>(null);
  const own = typed?.whenValue === value ? typed : null;
  const isWrong = own !== null && parse(own.text) === null;
  useEffect(() => {
    if (!isWrong) return;
    setRefusedText(() => setTyped(null));
    return () => setRefusedText(null);
  }, [isWrong]);
  const change = (text: string) => {
    const taken = parse(text);
    setTyped({ text, whenValue: taken ?? value });
    if (taken !== null) onChange(taken);
  };
  return (
    <div className={styles.fieldRow}>
      <Field
        label={label}
        isRow
        mono={isMono}
        value={own?.text ?? value}
        onChange={change}
        onBlur={() => {
          setTyped((now) => (now !== null && parse(now.text) === null ? now : null));
          onLeave?.(own?.text ?? value);
        }}
        isReadOnly={isLocked}
        isInvalid={isInvalid || isWrong}
        hint={hint}
        {...(isWrong && problem !== undefined ? { problem } : {})}
      />
      {end}
    </div>
  );
}
