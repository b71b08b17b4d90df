import styles from './method-name.module.css';

interface Props {
  readonly method: string;
  readonly streaming: string | null;
}

const short: Readonly<Record<string, string>> = { DELETE: 'DEL', OPTIONS: 'OPT' };

/** The HTTP method in a column of one width; WebSocket endpoints say so instead. */
export function MethodName({ method, streaming }: Props) {
  const name = streaming === 'ws' ? 'WS' : (short[method] ?? method);
  return (
    <span className={styles.method} data-method={streaming === 'ws' ? 'WS' : method}>
      {name}
    </span>
  );
}
