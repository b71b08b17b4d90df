/** A number as digits and a power of ten: `digits` × 10^`exponent`. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Powers of ten further apart than this are not written out. */
const widestSpread = 5000;

function decimalOf(source: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source);
  if (match === null) return { digits: 0n, exponent: 0 };
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = match;
  const trimmed = fraction.replace(/(?<!0)0+$/, '');
  const digits = BigInt(whole + trimmed);
  return {
    digits: sign === '-' ? -digits : digits,
    exponent: digits === 0n ? 0 : Number(exponent) - trimmed.length,
  };
}

function sign(value: bigint): -1 | 0 | 1 {
  if (value === 0n) return 0;
  return value < 0n ? -1 : 1;
}

const fewDigits = /^-?\d{1,15}$/;

/**
 * Compares two JSON numbers (RFC 8259 §6) as what is written, and not as what a double would make of it:
 * 9007199254740993 is more than 9007199254740992.
 */
export function compareNumbers(left: string, right: string): -1 | 0 | 1 {
  if (left === right) return 0;
  if (fewDigits.test(left) && fewDigits.test(right)) {
    const difference = Number(left) - Number(right);
    return difference === 0 ? 0 : difference < 0 ? -1 : 1;
  }
  const [a, b] = [decimalOf(left), decimalOf(right)];
  if (sign(a.digits) !== sign(b.digits)) return sign(a.digits) < sign(b.digits) ? -1 : 1;
  const spread = a.exponent - b.exponent;
  if (Math.abs(spread) > widestSpread || !Number.isFinite(spread)) {
    const larger = spread > 0 ? sign(a.digits) : sign(b.digits);
    return spread > 0 ? larger : larger === 1 ? -1 : 1;
  }
  const scaledA = spread > 0 ? a.digits * 10n ** BigInt(spread) : a.digits;
  const scaledB = spread < 0 ? b.digits * 10n ** BigInt(-spread) : b.digits;
  return sign(scaledA - scaledB);
}
