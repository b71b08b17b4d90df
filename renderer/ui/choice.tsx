import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';
import styles from './choice.module.css';
import fieldStyles from './field.module.css';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly detail?: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly hint?: ReactNode;
  readonly hideLabel?: boolean;
  readonly isDisabled?: boolean;
  /** The label stands before the control, not above it. */
  readonly isRow?: boolean;
  /** Shown while none of the options is chosen. */
  readonly placeholder?: string;
}

interface HintProps {
  readonly children: ReactNode;
}

function Hint({ children }: HintProps) {
  if (!children) return null;
  return (
    <Text slot="description" elementType="div" className={fieldStyles.note ?? ''}>
      {children}
    </Text>
  );
}

/** One of a few, all in sight. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
  hint,
  hideLabel,
  isDisabled,
  isRow = false,
}: Props<Value>) {
  return (
    <RadioGroup
      value={value}
      onChange={(next) => onChange(next as Value)}
      orientation="horizontal"
      isDisabled={isDisabled ?? false}
      className={`${fieldStyles.field} ${isRow ? fieldStyles.row : ''}`}
    >
      <Label className={hideLabel ? 'visually-hidden' : (fieldStyles.label ?? '')}>{label}</Label>
      <div className={styles.segments}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.segment ?? ''}>
            {option.label}
          </Radio>
        ))}
      </div>
      <Hint>{hint}</Hint>
    </RadioGroup>
  );
}

/** One of several, the chosen one in sight. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  hint,
  hideLabel,
  isDisabled,
  isRow = false,
  placeholder = '',
}: Props<Value>) {
  return (
    <Select
      value={value}
      onChange={(key) => onChange(key as Value)}
      isDisabled={isDisabled ?? false}
      className={`${fieldStyles.field} ${isRow ? fieldStyles.row : ''}`}
    >
      <Label className={hideLabel ? 'visually-hidden' : (fieldStyles.label ?? '')}>{label}</Label>
      <Button className={styles.select ?? ''}>
        <SelectValue className={styles.value ?? ''}>
          {() => options.find((option) => option.value === value)?.label ?? placeholder}
        </SelectValue>
        <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
      </Button>
      <Hint>{hint}</Hint>
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''}>
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={styles.item ?? ''}
            >
              <Text slot="label">{option.label}</Text>
              {option.detail && (
                <Text slot="description" className={styles.detail ?? ''}>
                  {option.detail}
                </Text>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
