import {
  type ClipboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useRef,
} from 'react';
import { Input, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { VariableLook, VariableLookup } from '../variables/variables-store.ts';
import styles from './variable-field.module.css';
import { piecesOf } from './variable-text.ts';

interface Props {
  /** Its name for those who do not see it. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly lookup: VariableLookup;
  readonly placeholder?: string;
  readonly isReadOnly?: boolean;
  readonly isRequired?: boolean;
  /** What is wrong with the value; empty text for a mark alone. */
  readonly problem?: ReactNode;
  readonly isLarge?: boolean;
  /** Takes what is pasted; true when it did. */
  readonly onPaste?: (text: string) => boolean;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

const secretDots = '••••••';

/** One line of text in which `{{variables}}` stand out and say what they stand for. */
export function VariableField({
  label,
  value,
  onChange,
  onBlur,
  lookup,
  placeholder = '',
  isReadOnly = false,
  isRequired = false,
  problem,
  isLarge = false,
  onPaste,
  inputRef,
}: Props) {
  const { t } = useTranslation('request');
  const mirror = useRef<HTMLDivElement>(null);
  const own = useRef<HTMLInputElement>(null);
  const input = inputRef ?? own;
  const pieces = value.includes('{{') ? piecesOf(value) : [];
  const follow = () => {
    if (mirror.current && input.current) mirror.current.scrollLeft = input.current.scrollLeft;
  };
  // The marks follow the text after each change of it.
  useLayoutEffect(follow);
  const said = (look: VariableLook | undefined) =>
    look === undefined ? '' : !look.isSet ? t('variables.unresolved') : `= ${look.value ?? secretDots}`;
  const say = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLInputElement>) => {
    follow();
    const mark = [...(mirror.current?.querySelectorAll('mark') ?? [])].find((candidate) => {
      const { left, right, top, bottom } = candidate.getBoundingClientRect();
      return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    });
    currentTarget.title = mark?.dataset['said'] ?? '';
  };
  const paste = (event: ClipboardEvent) => {
    if (onPaste?.(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  return (
    <TextField
      aria-label={label}
      value={value}
      onChange={onChange}
      isReadOnly={isReadOnly}
      isRequired={isRequired}
      validationBehavior="aria"
      isInvalid={problem !== undefined && problem !== null && problem !== false}
      {...(onBlur ? { onBlur } : {})}
      className={`${styles.field} ${isLarge ? styles.large : ''}`}
    >
      <div className={styles.box}>
        <div ref={mirror} aria-hidden className={styles.mirror}>
          {pieces.map(({ text, variable }, index) => {
            const look = variable === null ? undefined : lookup(variable);
            const key = `${index} ${text}`;
            if (variable === null) return <span key={key}>{text}</span>;
            return (
              <mark
                key={key}
                data-unset={look?.isSet === false || undefined}
                data-said={`${text} ${said(look)}`}
              >
                {text}
              </mark>
            );
          })}
        </div>
        <Input
          ref={input}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          className={styles.input ?? ''}
          onScroll={follow}
          onSelect={follow}
          onPointerMove={say}
          onPaste={paste}
        />
      </div>
      {problem && <div className={styles.problem}>{problem}</div>}
    </TextField>
  );
}
