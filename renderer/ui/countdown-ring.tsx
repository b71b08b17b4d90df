import styles from './countdown-ring.module.css';

export type Liveness = 'living' | 'soon' | 'expired' | 'unknown';

interface Props {
  /** Share of the lifetime that is left, 0 to 1. */
  readonly share: number;
  readonly liveness: Liveness;
  readonly size?: number;
}

/** A ring that empties. Expired shows a crossed ring: the shape differs, not only the colour. */
export function CountdownRing({ share, liveness, size = 16 }: Props) {
  const radius = 6;
  const around = 2 * Math.PI * radius;
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden className={styles[liveness]}>
      <circle cx="8" cy="8" r={radius} className={styles.track} />
      {liveness === 'expired' ? (
        <path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" className={styles.cross} />
      ) : (
        <circle
          cx="8"
          cy="8"
          r={radius}
          className={styles.left}
          strokeDasharray={around}
          strokeDashoffset={around * (1 - Math.min(1, Math.max(0, share)))}
          transform="rotate(-90 8 8)"
        />
      )}
    </svg>
  );
}
