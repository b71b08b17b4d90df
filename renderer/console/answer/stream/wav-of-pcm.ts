const headerLength = 44;

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/**
 * The bytes of each piece; what is no base64 is empty.
 *
 * @param pieces - base64, each piece followed by a space
 */
export function bytesOfPieces(pieces: string): readonly Uint8Array[] {
  return pieces
    .split(' ')
    .filter((piece) => piece !== '')
    .map(bytesOf);
}

function write(view: DataView, at: number, text: string): void {
  for (let offset = 0; offset < text.length; offset += 1) view.setUint8(at + offset, text.charCodeAt(offset));
}

/** How samples of one channel are encoded. */
export interface WavFormat {
  /** `wFormatTag`: 1 for PCM, 6 and 7 for G.711. */
  readonly tag: number;
  readonly bits: number;
  /** Samples a second. */
  readonly sampleRate: number;
}

/** Samples of one channel as a WAV file. */
export function wavFile(
  sound: readonly Uint8Array[],
  { tag, bits, sampleRate }: WavFormat,
): Uint8Array<ArrayBuffer> {
  const length = sound.reduce((sum, piece) => sum + piece.length, 0);
  const file = new Uint8Array(headerLength + length);
  const view = new DataView(file.buffer);
  write(view, 0, 'RIFF');
  view.setUint32(4, headerLength - 8 + length, true);
  write(view, 8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, tag, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, (sampleRate * bits) / 8, true);
  view.setUint16(32, bits / 8, true);
  view.setUint16(34, bits, true);
  write(view, 36, 'data');
  view.setUint32(40, length, true);
  let at = headerLength;
  for (const piece of sound) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}

/**
 * The sound of `conversation.audio.delta` as a WAV file: raw PCM, 24 kHz, 16 bit, one channel, little-endian. What is no
 * base64 is left out.
 *
 * @param pieces - base64, each piece followed by a space
 */
export function wavOfPcm(pieces: string): Uint8Array<ArrayBuffer> {
  return wavFile(bytesOfPieces(pieces), { tag: 1, bits: 16, sampleRate: 24_000 });
}
