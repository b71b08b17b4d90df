import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import styles from './tooltip.module.css';

interface Props {
  readonly text: string;
  readonly keys?: string;
  readonly placement?: 'top' | 'bottom' | 'right';
  readonly children: ReactElement;
}

/** Names an icon button on hover and focus. The button still needs its own `aria-label`. */
export function Tooltip({ text, keys, placement = 'bottom', children }: Props) {
  return (
    <TooltipTrigger delay={450} closeDelay={60}>
      {children}
      <AriaTooltip placement={placement} offset={6} className={styles.tooltip ?? ''}>
        {text}
        {keys && <span className={styles.keys}>{keys}</span>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
