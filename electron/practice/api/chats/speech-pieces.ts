import { pcmOf } from '../audio/wav.ts';

const samplesPerSecond = 24_000;
const pieces = 3;
const tone = { hertz: 440, seconds: 0.1 * pieces };
const loudness = 6000 / 32_767;

/**
 * A short tone as base64 texts of raw PCM, 24 kHz, 16 bit, one channel, little-endian: the form that is documented for
 * `conversation.audio.delta` when the question was spoken.
 */
export function speechPieces(): readonly string[] {
  const pcm = Buffer.from(pcmOf([tone], samplesPerSecond, loudness));
  const length = pcm.length / pieces;
  return Array.from({ length: pieces }, (_, piece) =>
    pcm.subarray(piece * length, (piece + 1) * length).toString('base64'),
  );
}
