import { describe, expect, test } from 'vitest';
import { wavFile } from '../../../../renderer/console/answer/stream/wav-of-pcm.ts';
import { soundBytes, soundFile } from '../../../../renderer/console/sockets/sound-file.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const piecesOf = (...parts: readonly Uint8Array[]) => parts.map((part) => `${base64(part)} `).join('');
const samples = Uint8Array.from([1, 2, 3, 4]);
const pcm = { codec: 'pcm', sampleRate: 16_000 };

describe('the sound of a WebSocket', () => {
  test('is a WAV file in the format that was settled', () => {
    const { bytes, type } = soundFile(piecesOf(samples, samples), pcm);
    const view = new DataView(bytes.buffer);
    expect(type).toBe('audio/wav');
    expect([view.getUint16(20, true), view.getUint32(24, true), view.getUint32(40, true)]).toEqual([
      1, 16_000, 8,
    ]);
    const alaw = soundFile(piecesOf(samples), { codec: 'g711a', sampleRate: 8000 });
    expect(new DataView(alaw.bytes.buffer).getUint16(20, true)).toBe(6);
  });

  test('that comes as WAV files is one of them', () => {
    const wav = wavFile([samples], { tag: 1, bits: 16, sampleRate: 24_000 });
    const { bytes } = soundFile(piecesOf(wav, wav, samples), pcm);
    const view = new DataView(bytes.buffer);
    expect(bytes.length).toBe(44 + 12);
    expect([view.getUint32(4, true), view.getUint32(24, true), view.getUint32(40, true)]).toEqual([
      48, 24_000, 12,
    ]);
  });

  test('in packets of Opus is saved as it is, and not played', () => {
    expect(soundFile(piecesOf(samples), { codec: 'opus', sampleRate: 48_000 })).toEqual({
      bytes: samples,
      ending: 'opus',
      type: null,
    });
  });

  test('that is damaged breaks nothing', () => {
    expect(soundFile('%%% ', pcm).bytes.length).toBe(44);
    expect(soundFile(piecesOf(new TextEncoder().encode('RIFF')), pcm).ending).toBe('wav');
    expect(soundFile('', pcm).bytes.length).toBe(44);
  });

  test('has about so many bytes', () => {
    expect(soundBytes({ pieces: piecesOf(samples.subarray(0, 3)), count: 1 })).toBe(3);
  });
});
