import type { LucideIcon } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components';
import styles from './tooltip.module.css';

interface Props {
  readonly icon: LucideIcon;
  /** What the icon means: its name for screen readers, and shown while the pointer is on it. */
  readonly text: string;
  readonly size?: number;
  readonly className?: string | undefined;
}

/** An icon that says something, inside a row that has the focus itself. */
export function HintedIcon({ icon: Icon, text, size = 14, className }: Props) {
  const icon = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const state = useMemo(
    () => ({ isOpen, shouldSkipAnimation: false, open: () => setOpen(true), close: () => setOpen(false) }),
    [isOpen],
  );
  return (
    <span
      ref={icon}
      role="img"
      aria-label={text}
      className={className}
      onPointerEnter={() => setOpen(true)}
      onPointerLeave={() => setOpen(false)}
    >
      <Icon size={size} strokeWidth={1.5} aria-hidden />
      {isOpen && (
        <TooltipTriggerStateContext value={state}>
          <Tooltip triggerRef={icon} placement="top" offset={6} className={styles.tooltip ?? ''}>
            {text}
          </Tooltip>
        </TooltipTriggerStateContext>
      )}
    </span>
  );
}
