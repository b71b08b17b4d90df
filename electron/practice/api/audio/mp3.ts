import type { Tone } from './tones.ts';

// Each frame holds one spectral line and needs no search for the best coding: see ISO/IEC 11172-3, 2.4.1 and 13818-3.
const bitrate = 32_000;
const linesPerGranule = 576;
const silentGain = 0;

interface Version {
  /** Bits 20 and 19 of the frame header. */
  readonly id: number;
  readonly rateIndex: number;
  readonly bitrateIndex: number;
  readonly granules: 1 | 2;
}

function versionOf(sampleRate: number): Version | null {
  const full = [44_100, 48_000, 32_000].indexOf(sampleRate);
  if (full >= 0) return { id: 3, rateIndex: full, bitrateIndex: 1, granules: 2 };
  const half = [22_050, 24_000, 16_000].indexOf(sampleRate);
  if (half >= 0) return { id: 2, rateIndex: half, bitrateIndex: 4, granules: 1 };
  return sampleRate === 8000 ? { id: 0, rateIndex: 2, bitrateIndex: 4, granules: 1 } : null;
}

/** Bits as a text of 0 and 1: a frame is some hundred bytes, and this is easy to read beside the standard. */
const bits = (value: number, width: number) => value.toString(2).padStart(width, '0');

/** The Huffman code (table 1) of a granule in which only the line `line` is 1. */
function spectrumBits(line: number | null): { readonly pairs: number; readonly code: string } {
  if (line === null) return { pairs: 0, code: '' };
  const pair = Math.floor(line / 2);
  // `1` is (0,0); `01` is (1,0) and `001` is (0,1), each with a sign bit.
  return { pairs: pair + 1, code: `${'1'.repeat(pair)}${line % 2 === 0 ? '01' : '001'}0` };
}

interface Granule {
  readonly line: number | null;
  readonly gain: number;
}

function granuleSide({ line, gain }: Granule, { id }: Version): string {
  const { pairs, code } = spectrumBits(line);
  return [
    bits(code.length, 12),
    bits(pairs, 9),
    bits(line === null ? silentGain : gain, 8),
    bits(0, id === 3 ? 4 : 9),
    '0',
    bits(1, 5).repeat(3),
    bits(7, 4),
    bits(7, 3),
    id === 3 ? '0' : '',
    '0',
    '0',
  ].join('');
}

function frameBytes(granules: readonly Granule[], version: Version, sampleRate: number): Uint8Array {
  const { id, rateIndex, bitrateIndex } = version;
  const header = `11111111111${bits(id, 2)}01${'1'}${bits(bitrateIndex, 4)}${bits(rateIndex, 2)}00${'11'}000000`;
  const side = `${id === 3 ? bits(0, 9 + 5 + 4) : bits(0, 8 + 1)}${granules.map((each) => granuleSide(each, version)).join('')}`;
  const main = granules.map(({ line }) => spectrumBits(line).code).join('');
  const size = Math.floor((72 * version.granules * bitrate) / sampleRate);
  const text = `${header}${side}${main}`.padEnd(size * 8, '0');
  return Uint8Array.from({ length: size }, (_, index) =>
    Number.parseInt(text.slice(index * 8, index * 8 + 8), 2),
  );
}

/**
 * Tones as an MP3 file (MPEG audio layer III, mono, 32 kbit/s).
 *
 * @param loudness - 0 to 1
 * @returns null for a sample rate that MP3 does not have
 */
export function mp3Of(tones: readonly Tone[], sampleRate: number, loudness: number): Uint8Array | null {
  const version = versionOf(sampleRate);
  if (version === null) return null;
  const gain = Math.max(1, Math.min(255, Math.round(210 + 4 * Math.log2(Math.max(loudness, 0.01)))));
  const hertzPerLine = sampleRate / 2 / linesPerGranule;
  const lineOf = (hertz: number) => (hertz === 0 ? null : Math.round(hertz / hertzPerLine));
  const granules = tones.flatMap(({ hertz, seconds }): readonly Granule[] => {
    const count = Math.max(1, Math.round((seconds * sampleRate) / linesPerGranule));
    return Array.from({ length: count }, () => ({ line: lineOf(hertz), gain }));
  });
  const silence: Granule = { line: null, gain: silentGain };
  const frames: Uint8Array[] = [];
  for (let first = 0; first < granules.length; first += version.granules) {
    const held = granules.slice(first, first + version.granules);
    frames.push(frameBytes(held.length < version.granules ? [...held, silence] : held, version, sampleRate));
  }
  return Buffer.concat(frames);
}
