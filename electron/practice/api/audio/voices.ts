import type { CozeValue } from '../../coze-json.ts';
import { refuseCall } from '../../refusal.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter } from '../call-checks.ts';
import { fieldOf, requireFilePart } from '../files/file-part.ts';
import { pageOf } from '../pages.ts';
import { play } from '../play.ts';
import { requireKnown } from '../resources.ts';
import { secondsOf } from '../seconds.ts';
import { audioTypes } from './audio-types.ts';
import type { Voice } from './voice.ts';

/** 查看音色列表: those of the system and those that were cloned. */
const listVoices = play('list_voices', {
  checks: ['page'],
  answer: (call) => {
    const found = call.state.holdings.voices.list().filter((voice) => isAskedFor(call, voice));
    const page = pageOf(call, found);
    return { data: { voice_list: page.items.map(voiceData), has_more: page.hasMore } };
  },
});

function isAskedFor({ query }: ApiCall, { isSystem, modelType }: Voice): boolean {
  if (isSystem && query('filter_system_voice')?.toLowerCase() === 'true') return false;
  if (query('voice_state') === 'init') return false;
  return query('model_type') === null || query('model_type') === modelType;
}

/** 复刻音色: a new voice, or another training of one that was cloned before, ten in all. */
const cloneVoice = play('clone_voices', {
  checks: ['values', 'file-present', 'file-readable', 'resource-known'],
  answer: async (call) => {
    const { sheet, state } = call;
    const name = fieldOf(call, 'voice_name');
    const format = fieldOf(call, 'audio_format');
    sheet.pass(
      'values',
      name === '' || Buffer.byteLength(name) > 128
        ? refuseParameter('voice_name', '1 to 128 bytes', name)
        : audioTypes.has(format)
          ? null
          : refuseParameter('audio_format', [...audioTypes].join(' | '), format),
    );
    await requireFilePart(call, audioTypes);
    const trained = requireTrainable(call);
    const now = secondsOf(call);
    const voice = state.holdings.voices.put({
      id: trained?.id ?? String(state.newId()),
      name,
      isSystem: false,
      modelType: 'big',
      languageCode: fieldOf(call, 'language') || 'zh',
      languageName: fieldOf(call, 'language') || '中文',
      previewText:
        fieldOf(call, 'preview_text') || '你好，我是你的专属AI克隆声音，希望未来可以一起好好相处哦',
      emotions: [],
      trainingsLeft: (trained?.trainingsLeft ?? 10) - 1,
      baseTone: 330,
      createdAt: trained?.createdAt ?? now,
      updatedAt: now,
    });
    return { data: { voice_id: BigInt(voice.id) } };
  },
});

function requireTrainable(call: ApiCall): Voice | null {
  const id = fieldOf(call, 'voice_id');
  if (id === '') return null;
  const voice = requireKnown(call, call.state.holdings.voices, 'voice_id', id);
  if (voice.trainingsLeft > 0) return voice;
  return call.sheet.fail('resource-known', refuseCall(4000, `The voice_id=${id} cannot be trained any more`));
}

const emotionNames: Readonly<Record<string, string>> = { happy: '开心', sad: '悲伤', neutral: '中性' };

function voiceData(voice: Voice): CozeValue {
  return {
    voice_id: BigInt(voice.id),
    name: voice.name,
    is_system_voice: voice.isSystem,
    model_type: voice.modelType,
    model_name: '练习模型',
    language_code: voice.languageCode,
    language_name: voice.languageName,
    preview_text: voice.previewText,
    preview_audio: '',
    available_training_times: voice.trainingsLeft,
    state: 'cloned',
    support_emotions: voice.emotions.map((emotion) => ({
      emotion,
      display_name: emotionNames[emotion] ?? '',
      emotion_scale_interval: { min: 1, max: 5, default: 4 },
    })),
    create_time: voice.createdAt,
    update_time: voice.updatedAt,
  };
}

export const voiceEndpoints: readonly ApiEndpoint[] = [listVoices, cloneVoice];
