const largestExactInteger = '9007199254740991';

/** True for the source of an integer that JSON.parse would round (over 2^53 − 1, RFC 8259 §6). */
export function isBeyondDouble(source: string): boolean {
  if (!/^-?\d+$/.test(source)) return false;
  const digits = source.replace('-', '');
  if (digits.length !== largestExactInteger.length) return digits.length > largestExactInteger.length;
  return digits > largestExactInteger;
}
