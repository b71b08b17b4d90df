import type { Shapes } from './shape.ts';

const file = { id: 'id', bytes: 'integer', file_name: 'text', created_at: 'integer' } as const;

const user = { id: 'id', name: 'text', nickname: 'text', avatar_url: 'text' } as const;

const made = {
  id: 'id',
  name: 'text',
  desc: 'text',
  icon_url: 'text',
  created_at: 'integer',
  updated_at: 'integer',
  user_info: user,
} as const;

/** Pages of 文件, 音频 and 声纹; speech is binary and has none. */
export const audioShapes: Shapes = {
  upload_files: { data: file },
  retrieve_files: { data: file },
  list_voices: {
    data: {
      voice_list: [
        {
          voice_id: 'id',
          name: 'text',
          is_system_voice: 'boolean',
          model_type: 'text',
          model_name: 'text',
          language_code: 'text',
          language_name: 'text',
          preview_text: 'text',
          preview_audio: 'text',
          available_training_times: 'integer',
          state: 'text',
          support_emotions: [
            {
              emotion: 'text',
              display_name: 'text',
              emotion_scale_interval: { min: 'number', max: 'number', default: 'number' },
            },
          ],
          create_time: 'integer',
          update_time: 'integer',
        },
      ],
      has_more: 'boolean',
    },
  },
  clone_voices: { data: { voice_id: 'id' } },
  audio_transcriptions: { data: { text: 'text' } },
  create_room: { data: { room_id: 'text', uid: 'text', app_id: 'text', token: 'text' } },
  create_voiceprint_group: { data: { id: 'id' } },
  list_voiceprint_group: { data: { items: [{ ...made, feature_count: 'integer' }], total: 'integer' } },
  update_voiceprint_group: {},
  delete_voiceprint_group: {},
  create_voiceprint: { data: { id: 'id' } },
  update_voiceprint: {},
  list_voiceprint: {
    data: { items: [{ ...made, group_id: 'id', audio_url: 'text' }], total: 'integer' },
  },
  delete_voiceprint: {},
  identify_voiceprint: {
    data: {
      feature_score_list: [{ feature_id: 'id', feature_name: 'text', feature_desc: 'text', score: 'number' }],
    },
  },
};
