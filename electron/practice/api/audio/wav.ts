import type { Tone } from './tones.ts';

const fadeSeconds = 0.008;

/**
 * Tones as 16-bit mono PCM, little endian. Each fades in and out, so that nothing clicks.
 *
 * @param loudness - 0 to 1
 */
export function pcmOf(tones: readonly Tone[], sampleRate: number, loudness: number): Uint8Array {
  const parts = tones.map((tone) => samplesOf(tone, sampleRate, loudness));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length * 2, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    for (const sample of part) {
      view.setInt16(at, sample, true);
      at += 2;
    }
  }
  return bytes;
}

function samplesOf({ hertz, seconds }: Tone, sampleRate: number, loudness: number): readonly number[] {
  const count = Math.round(seconds * sampleRate);
  const fade = Math.max(1, Math.round(fadeSeconds * sampleRate));
  return Array.from({ length: count }, (_, index) => {
    const envelope = Math.min(1, index / fade, (count - 1 - index) / fade);
    const wave = Math.sin((2 * Math.PI * hertz * index) / sampleRate);
    return Math.round(wave * envelope * loudness * 32_767);
  });
}

/** `pcm` (16-bit mono) as a WAV file: RIFF header, `fmt `, `data`. */
export function wavOf(pcm: Uint8Array, sampleRate: number): Uint8Array {
  const wav = Buffer.alloc(44 + pcm.length);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + pcm.length, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(pcm.length, 40);
  wav.set(pcm, 44);
  return wav;
}
