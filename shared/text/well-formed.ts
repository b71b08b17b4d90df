/** `text` with U+FFFD for each half of a surrogate pair, without which `encodeURIComponent` throws. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
