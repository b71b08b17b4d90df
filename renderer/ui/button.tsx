import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import styles from './button.module.css';

interface Props extends Omit<ButtonProps, 'className' | 'style'> {
  readonly className?: string;
  /** `main` once a screen; `plain` for the rest; `ghost` inside rows; `danger` for what destroys. */
  readonly look?: 'main' | 'plain' | 'ghost' | 'danger';
  /** A square button that shows an icon only; needs `aria-label`. */
  readonly square?: boolean;
  /** Keeps the focus while it cannot be pressed, as the main one does. */
  readonly keepsFocus?: boolean;
}

/** A button. The main one of a screen keeps the focus while it cannot be pressed, so that nobody is thrown out of place. */
export function Button({
  look = 'plain',
  square = false,
  keepsFocus = look === 'main',
  className = '',
  isDisabled = false,
  ...props
}: Props) {
  const resting = keepsFocus ? { isPending: isDisabled } : { isDisabled };
  return (
    <AriaButton
      {...props}
      {...resting}
      className={`${styles.button} ${styles[look]} ${square ? styles.square : ''} ${className}`}
    />
  );
}
