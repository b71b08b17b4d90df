const units = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;

const secondsOf: Readonly<Record<string, number>> = Object.fromEntries(units);

/** Seconds as a person writes them: `+10m`, `+1h30m`, `-45s`. */
export function formatLifetime(seconds: number): string {
  const sign = seconds < 0 ? '-' : '+';
  let rest = Math.abs(seconds);
  const parts = units.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count}${unit}`];
  });
  return sign + (parts.join('') || '0s');
}

/** The seconds of `+10m`, `600`, `1h30m`, `1d` and the like; null for anything else. */
export function parseLifetime(text: string): number | null {
  const [, sign, amount] =
    /^([+-]?)((?:\d{1,9}[dhms])+|\d{1,9})$/.exec(text.replace(/\s/g, '').toLowerCase()) ?? [];
  if (amount === undefined) return null;
  const parts = [...amount.matchAll(/(\d+)([dhms]?)/g)];
  const seconds = parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * (secondsOf[unit ?? ''] ?? 1),
    0,
  );
  return sign === '-' ? -seconds : seconds;
}
