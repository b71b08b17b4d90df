/** Code and reason of a close frame (RFC 6455 §5.5.1). */
export interface CloseFrame {
  readonly code: number;
  readonly reason: string;
}

const finalClose = 0x88;
const masked = 0x80;
const longest = 125;
const headLength = 6;

/** Reads a close frame as a client sends it, masked and whole; null for anything else, and for one without a code. */
export function readCloseFrame(frame: Uint8Array): CloseFrame | null {
  const [first, second = 0] = frame;
  const length = second & ~masked;
  const isWhole = length >= 2 && length <= longest && frame.length === headLength + length;
  if (first !== finalClose || (second & masked) === 0 || !isWhole) return null;
  const mask = frame.subarray(2, headLength);
  const payload = frame.subarray(headLength).map((byte, at) => byte ^ (mask[at % mask.length] ?? 0));
  const [high = 0, low = 0] = payload;
  return { code: high * 256 + low, reason: new TextDecoder().decode(payload.subarray(2)) };
}
