import type { ApiCall, ApiEndpoint, BytesAnswer } from '../api-endpoint.ts';
import { refuseParameter } from '../call-checks.ts';
import { numberOf, textOf } from '../members-of.ts';
import { play } from '../play.ts';
import { requireKnown } from '../resources.ts';
import { mp3Of } from './mp3.ts';
import { tonesOf } from './tones.ts';
import type { Voice } from './voice.ts';
import { pcmOf, wavOf } from './wav.ts';

const sampleRates = [8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];
const longestInputBytes = 1024;

/** 语音合成: tones in place of words, so that it can be heard and told from others. */
const createSpeech = play('text_to_speech', {
  checks: ['values', 'resource-known'],
  answer: (call) => {
    const { input, format, sampleRate, speed, loudness } = requireWishes(call);
    const voice = requireKnown(call, call.state.holdings.voices, 'voice_id', textOf(call.body, 'voice_id'));
    requireEmotion(call, voice);
    const tones = tonesOf(input, voice.baseTone, speed);
    switch (format) {
      case 'wav':
        return spoken(wavOf(pcmOf(tones, sampleRate, loudness), sampleRate), 'audio/wav');
      case 'pcm':
        return spoken(pcmOf(tones, sampleRate, loudness), 'audio/pcm');
      case 'mp3':
        return spoken(mp3Of(tones, sampleRate, loudness) ?? new Uint8Array(), 'audio/mpeg');
    }
  },
});

function spoken(bytes: Uint8Array, contentType: string): BytesAnswer {
  return { answeredWith: 'bytes', bytes, contentType };
}

type Format = 'wav' | 'pcm' | 'mp3';

const isFormat = (text: string): text is Format => text === 'wav' || text === 'pcm' || text === 'mp3';

function requireWishes({ body, sheet }: ApiCall) {
  const input = textOf(body, 'input');
  if (Buffer.byteLength(input) > longestInputBytes) {
    return sheet.fail('values', refuseParameter('input', `at most ${longestInputBytes} bytes`));
  }
  const format = textOf(body, 'response_format') || 'mp3';
  if (!isFormat(format)) {
    return sheet.fail(
      'values',
      refuseParameter(
        'response_format',
        'mp3 | wav | pcm, since practice Coze does not make ogg_opus',
        format,
      ),
    );
  }
  const sampleRate = numberOf(body, 'sample_rate', 24_000);
  if (!sampleRates.includes(sampleRate)) {
    return sheet.fail('values', refuseParameter('sample_rate', sampleRates.join(' | '), sampleRate));
  }
  const speed = numberOf(body, 'speed', 1);
  if (speed < 0.2 || speed > 3) return sheet.fail('values', refuseParameter('speed', '0.2 to 3', speed));
  const rate = numberOf(body, 'loudness_rate', 0);
  if (rate < -50 || rate > 100) {
    return sheet.fail('values', refuseParameter('loudness_rate', '-50 to 100', rate));
  }
  return sheet.pass('values', { input, format, sampleRate, speed, loudness: 0.3 * (1 + rate / 100) });
}

/** Ticks `values`: only the voices that have emotions take one. */
function requireEmotion({ body, sheet }: ApiCall, { emotions }: Voice): void {
  const emotion = textOf(body, 'emotion');
  const fits = emotion === '' || emotions.includes(emotion);
  sheet.pass('values', fits ? null : refuseParameter('emotion', emotions.join(' | ') || 'absent', emotion));
}

export const speechEndpoints: readonly ApiEndpoint[] = [createSpeech];
