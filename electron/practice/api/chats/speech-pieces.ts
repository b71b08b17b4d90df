const samplesPerSecond = 24_000;
const pieceSeconds = 0.1;
const pieces = 3;
const toneHertz = 440;
const loudness = 6_000;

/**
 * A short tone as base64 texts of raw PCM, 24 kHz, 16 bit, one channel, little-endian: the form that is documented for
 * `conversation.audio.delta` when the question was spoken.
 */
export function speechPieces(): readonly string[] {
  const samples = samplesPerSecond * pieceSeconds;
  return Array.from({ length: pieces }, (_, piece) => {
    const bytes = Buffer.alloc(samples * 2);
    for (let index = 0; index < samples; index += 1) {
      const time = (piece * samples + index) / samplesPerSecond;
      bytes.writeInt16LE(Math.round(loudness * Math.sin(2 * Math.PI * toneHertz * time)), index * 2);
    }
    return bytes.toString('base64');
  });
}
