import type { WavFormat } from '../stream/wav-of-pcm.ts';

/** Samples a second that Coze's sound comes with. */
export const sampleRates = [8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000] as const;

const usual = 24_000;
const fastest = 192_000;
const pcm = { tag: 1, bits: 16 } as const;
const encodings: Readonly<Record<string, Pick<WavFormat, 'tag' | 'bits'>>> = {
  'audio/pcm': pcm,
  'audio/x-pcm': pcm,
  'audio/pcma': { tag: 6, bits: 8 },
  'audio/pcmu': { tag: 7, bits: 8 },
};
const telephone = 8000;

/**
 * How samples without a header are encoded, of one channel and little-endian; null for any other type. The rate is that of
 * the `rate` parameter, else 8 kHz for G.711 (RFC 3551 §4.5.14) and 24 kHz for PCM, as Coze makes it.
 */
export function rawSoundOf(contentType: string): WavFormat | null {
  const [type = ''] = contentType.split(';', 1);
  const encoding = encodings[type.trim().toLowerCase()];
  if (encoding === undefined) return null;
  const [, told] = /;\s*rate\s*=\s*"?(\d{1,6})\b/i.exec(contentType) ?? [];
  const rate = Number(told ?? 0);
  const byItself = encoding === pcm ? usual : telephone;
  return { ...encoding, sampleRate: rate > 0 && rate <= fastest ? rate : byItself };
}
