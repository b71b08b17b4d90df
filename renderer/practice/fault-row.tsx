import { type ReactNode, useId } from 'react';
import { Toggle } from '../ui/toggle.tsx';
import styles from './faults-view.module.css';

interface Props {
  readonly name: string;
  readonly effect: string;
  /** Without it the row has no switch. */
  readonly isOn?: boolean;
  readonly onChange?: (isOn: boolean) => void;
  /** Before the switch. */
  readonly end?: ReactNode;
}

/** One fault: what it is called, how it looks, and its switch. */
export function FaultRow({ name, effect, isOn, onChange, end }: Props) {
  const effectId = useId();
  return (
    <li className={styles.row} data-on={isOn || undefined}>
      <div className={styles.words}>
        <p className={styles.name}>{name}</p>
        <p id={effectId} className={styles.effect}>
          {effect}
        </p>
      </div>
      {end}
      {isOn !== undefined && onChange !== undefined && (
        <Toggle label={name} isOn={isOn} onChange={onChange} describedBy={effectId} />
      )}
    </li>
  );
}
