/** A part of a body: from the first byte to the last, both counted from 0 and included (RFC 9110 §14.1.2). */
export interface ByteSpan {
  readonly from: number;
  readonly to: number;
}
