import { Switch } from 'react-aria-components';
import styles from './toggle.module.css';

interface Props {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** Id of the words that say what it does. */
  readonly describedBy?: string;
}

/** A switch whose name stands beside it already: the thumb's place says on or off, not only its colour. */
export function Toggle({ label, isOn, onChange, describedBy }: Props) {
  return (
    <Switch
      aria-label={label}
      isSelected={isOn}
      onChange={onChange}
      className={styles.toggle ?? ''}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
    >
      <span className={styles.track}>
        <span className={styles.thumb} />
      </span>
    </Switch>
  );
}
