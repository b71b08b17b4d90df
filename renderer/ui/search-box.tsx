import { Search, X } from 'lucide-react';
import { Button, Input, SearchField } from 'react-aria-components';
import styles from './search-box.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
  /** Name of the button that empties it. */
  readonly clearLabel: string;
  /** Where it stands in its surroundings. */
  readonly className?: string;
}

/** A field to search in, with a button and Escape to empty it. */
export function SearchBox({ label, value, onChange, placeholder, clearLabel, className = '' }: Props) {
  return (
    <SearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      className={`${styles.search} ${className}`}
    >
      <Search size={14} strokeWidth={1.5} aria-hidden />
      <Input placeholder={placeholder} className={styles.input ?? ''} />
      <Button aria-label={clearLabel} className={styles.clear ?? ''}>
        <X size={14} strokeWidth={1.5} />
      </Button>
    </SearchField>
  );
}
