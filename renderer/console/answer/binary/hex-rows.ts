/** 16 bytes: where they stand, in hexadecimal and as ASCII. */
export interface HexRow {
  readonly at: string;
  readonly bytes: string;
  readonly text: string;
}

const perRow = 16;

export function hexRows(bytes: Uint8Array): readonly HexRow[] {
  return Array.from({ length: Math.ceil(bytes.length / perRow) }, (_, row) => {
    const piece = [...bytes.subarray(row * perRow, (row + 1) * perRow)];
    return {
      at: (row * perRow).toString(16).padStart(8, '0'),
      bytes: piece.map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
      text: piece.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join(''),
    };
  });
}
