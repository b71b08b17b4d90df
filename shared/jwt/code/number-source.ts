interface Decimal {
  readonly negative: boolean;
  /** Without zeros at either end. */
  readonly digits: string;
  /** Of ten; what `digits` as an integer is multiplied by. */
  readonly exponent: number;
}

function decimalOf(source: string): Decimal {
  const [mantissa = '', exponent = '0'] = source.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = (whole + fraction).replace(/^0+/, '');
  const kept = digits.replace(/(?<!0)0+$/, '');
  if (kept === '') return { negative: false, digits: '', exponent: 0 };
  return {
    negative: mantissa.startsWith('-'),
    digits: kept,
    exponent: Number(exponent) - fraction.length + digits.length - kept.length,
  };
}

/**
 * True for the source of a JSON number that a language with only double precision reads and writes again as the same
 * number, though perhaps with other digits (`1.50` as `1.5`).
 */
export function survivesDouble(source: string): boolean {
  const value = Number(source);
  if (!Number.isFinite(value)) return false;
  const before = decimalOf(source);
  const after = decimalOf(String(value));
  return (
    before.digits === after.digits && before.exponent === after.exponent && before.negative === after.negative
  );
}

/** True for a number without fraction and exponent. */
export function isIntegerSource(source: string): boolean {
  return /^-?\d+$/.test(source);
}
