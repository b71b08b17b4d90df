import styles from './countdown-ring.module.css';

export type Liveness = 'living' | 'soon' | 'expired' | 'unknown';

interface Props {
  /** Share of the lifetime that is left, 0 to 1. */
  readonly share: number;
  readonly liveness: Liveness;
  readonly isRenewing?: boolean;
  readonly size?: number;
}

const radius = 6;
const around = 2 * Math.PI * radius;

/** A step that nobody sees; a ring that does not move is not painted again. */
const step = 0.05;

/**
 * A ring that empties. Each state has a shape of its own, not only a colour: soon has a dot in it, expired a cross, a
 * token whose end nobody knows is dashed, and one that is being renewed has the head of an arrow.
 */
export function CountdownRing({ share, liveness, isRenewing = false, size = 16 }: Props) {
  const gone = around * (1 - Math.min(1, Math.max(0, share)));
  const look = isRenewing ? 'renewing' : liveness;
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden className={styles[look]} data-look={look}>
      {look === 'renewing' ? (
        <path d="M14 8a6 6 0 1 1-1.76-4.24M14 1.6V4.4H11.2" className={styles.left} />
      ) : (
        <circle cx="8" cy="8" r={radius} className={styles.track} />
      )}
      {look === 'expired' && <path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" className={styles.cross} />}
      {look === 'soon' && <circle cx="8" cy="8" r="1.8" className={styles.dot} />}
      {(look === 'living' || look === 'soon') && (
        <circle
          cx="8"
          cy="8"
          r={radius}
          className={styles.left}
          strokeDasharray={around}
          strokeDashoffset={Math.round(gone / step) * step}
          transform="rotate(-90 8 8)"
        />
      )}
    </svg>
  );
}
