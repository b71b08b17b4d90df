interface Props {
  readonly size: number;
}

/** The app's mark: a mint leaf whose base is the bow of a key. Decorative; the name stands beside it. */
export function MintMark({ size }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      aria-hidden
      stroke="var(--mint)"
      strokeLinecap="round"
    >
      <path
        d="M27 4c-9.5.4-16 4.2-17.6 10.3-.5 2-.4 3.8.2 5.3 1.6.7 3.5.8 5.4.2C21.1 18.1 26 12.8 27 4z"
        fill="var(--mint-soft)"
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
      <path d="M9.8 19.4C13 15.500 16.6 12.2 21 9.6" strokeWidth="1.5" />
      <circle cx="7.2" cy="24.4" r="3.4" strokeWidth="1.8" />
    </svg>
  );
}
