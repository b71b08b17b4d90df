import { TriangleAlert } from 'lucide-react';
import styles from './keys-screen.module.css';

interface Props {
  readonly text: string;
}

/** Says at the end of a row what is missing before the app can mint. */
export function AttentionMark({ text }: Props) {
  return (
    <span role="img" aria-label={text} title={text} className={styles.warn}>
      <TriangleAlert size={15} strokeWidth={1.5} aria-hidden />
    </span>
  );
}
