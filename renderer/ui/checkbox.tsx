import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import styles from './checkbox.module.css';

interface Props {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
}

/** A yes or no, with its words beside it. */
export function Checkbox({ children, isDisabled = false, ...props }: Props) {
  return (
    <AriaCheckbox {...props} isDisabled={isDisabled} className={styles.checkbox ?? ''}>
      <span className={styles.box}>
        <Check size={12} strokeWidth={2.5} aria-hidden />
      </span>
      {children}
    </AriaCheckbox>
  );
}
