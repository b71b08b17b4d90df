const units = ['B', 'KB', 'MB', 'GB'] as const;

/** A count of bytes for a person: `999 B`, `1.5 MB` (powers of 1000). */
export function shownSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ''}`;
}
