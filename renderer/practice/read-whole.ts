/** The whole number that a text is; null for none, and for one out of bounds. */
export function readWhole(text: string, least: number, most: number): number | null {
  const plain = text.trim().replace('−', '-').replace(/^\+/, '');
  if (!/^-?\d{1,9}$/.test(plain)) return null;
  const value = Number(plain);
  return value >= least && value <= most ? value : null;
}
