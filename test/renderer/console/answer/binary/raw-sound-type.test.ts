import { expect, it } from 'vitest';
import { rawSoundOf } from '../../../../../renderer/console/answer/binary/raw-sound-type.ts';

it.each([
  ['audio/pcm', { tag: 1, bits: 16, sampleRate: 24_000 }],
  ['Audio/PCM; channels=1; rate=16000', { tag: 1, bits: 16, sampleRate: 16_000 }],
  ['audio/pcm;rate=0', { tag: 1, bits: 16, sampleRate: 24_000 }],
  ['audio/pcm;rate=999999', { tag: 1, bits: 16, sampleRate: 24_000 }],
  ['audio/PCMU', { tag: 7, bits: 8, sampleRate: 8000 }],
  ['audio/mpeg', null],
  ['', null],
])('samples of %s are read as %o', (contentType, format) => {
  expect(rawSoundOf(contentType)).toStrictEqual(format);
});
