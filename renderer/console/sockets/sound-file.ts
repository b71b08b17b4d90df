import type { SocketTrack, SoundFormat } from '../../../shared/coze/socket/socket-story.ts';
import { bytesOfPieces, wavFile } from '../answer/stream/wav-of-pcm.ts';

/** Sound as a file. */
export interface SoundFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ending: 'wav' | 'ogg' | 'mp3' | 'opus' | 'bin';
  /** Null where a page cannot play it. */
  readonly type: string | null;
}

const wavHeader = 44;

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, at) => bytes[at] === character.charCodeAt(0));
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Where the samples of a WAV file begin: behind the header of its `data` chunk. */
function samplesIn(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let at = 12;
  while (at + 8 <= file.length) {
    const isData = startsWith(file.subarray(at), 'data');
    if (isData) return file.subarray(at + 8);
    at += 8 + view.getUint32(at + 4, true) + (view.getUint32(at + 4, true) % 2);
  }
  return file.subarray(Math.min(file.length, wavHeader));
}

/** A file that comes in pieces, or several files one after another: the first says how all of it is encoded. */
function wavOfWavs(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const [first = new Uint8Array(), ...rest] = pieces;
  const header = first.subarray(0, first.length - samplesIn(first).length);
  const samples = [
    samplesIn(first),
    ...rest.map((piece) => (startsWith(piece, 'RIFF') ? samplesIn(piece) : piece)),
  ];
  const file = joined([header, ...samples]);
  const view = new DataView(file.buffer);
  if (file.length >= 8) view.setUint32(4, file.length - 8, true);
  if (header.length >= 12) view.setUint32(header.length - 4, file.length - header.length, true);
  return file;
}

/** `wFormatTag` and bits of a sample, as WAV writes them down. */
const wavFormats: Readonly<Record<string, { readonly tag: number; readonly bits: number }>> = {
  pcm: { tag: 1, bits: 16 },
  g711a: { tag: 6, bits: 8 },
  g711u: { tag: 7, bits: 8 },
};

/**
 * The sound of a WebSocket as a file: samples become a WAV file in the format that was settled, a file that comes in
 * pieces is put together again. Packets of Opus stand in no container; nothing here plays them.
 */
export function soundFile(pieces: string, { codec, sampleRate }: SoundFormat): SoundFile {
  const parts = bytesOfPieces(pieces);
  const [first = new Uint8Array()] = parts;
  if (startsWith(first, 'RIFF')) return { bytes: wavOfWavs(parts), ending: 'wav', type: 'audio/wav' };
  if (startsWith(first, 'OggS')) return { bytes: joined(parts), ending: 'ogg', type: 'audio/ogg' };
  if (startsWith(first, 'ID3')) return { bytes: joined(parts), ending: 'mp3', type: 'audio/mpeg' };
  const format = wavFormats[codec];
  if (format === undefined)
    return { bytes: joined(parts), ending: codec === 'opus' ? 'opus' : 'bin', type: null };
  return { bytes: wavFile(parts, { ...format, sampleRate }), ending: 'wav', type: 'audio/wav' };
}

/** Bytes of the sound, told from its base64. */
export function soundBytes({ pieces, count }: Pick<SocketTrack, 'pieces' | 'count'>): number {
  return Math.floor(((pieces.length - count) * 3) / 4);
}
