import { isBeyondDouble } from '../../shared/json/is-beyond-double.ts';

const textOrNumber = /"(?:[^"\\]+|\\[\s\S]?)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * JSON in which every integer that JSON.parse would round is a text instead. Some SDKs send 64-bit ids as bare numbers;
 * so they keep each digit. Texts are left alone, whatever digits they hold.
 */
export function quoteLongIntegers(json: string): string {
  return json.replace(textOrNumber, (found) => (isBeyondDouble(found) ? `"${found}"` : found));
}
