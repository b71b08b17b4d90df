import { describe, expect, test } from 'vitest';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import { startDocumentedBench } from './documented.ts';
import { startTime } from './practice-bench.ts';
import { audioShapes } from './shapes/audio-shapes.ts';

const { ok, refused, send } = startDocumentedBench(audioShapes);

const lowVoice = '7468512265134768161';
const [guide] = practiceWorld.botIds;

const form = (
  files: readonly (readonly [content: string | Uint8Array<ArrayBuffer>, name: string])[],
  fields: Record<string, string> = {},
) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  for (const [content, name] of files) data.append('file', new File([content], name));
  return data;
};

const speak = async (more: object = {}) => {
  const body = { input: '你好，薄荷', voice_id: lowVoice, response_format: 'wav', ...more };
  const answer = await send('text_to_speech', { body });
  return {
    type: answer.headers.get('content-type'),
    bytes: new Uint8Array(await answer.arrayBuffer()),
  };
};

describe('files', () => {
  test('are uploaded and found again', async () => {
    const uploaded = await ok('upload_files', { form: form([['picture', '猫.png']]) });
    expect(uploaded['data']).toMatchObject({ bytes: 7, file_name: '猫.png', created_at: startTime });
    const { id } = uploaded['data'] as { id: string };
    expect(await ok('retrieve_files', { with: { file_id: id } })).toEqual(uploaded);
  });

  test.each([
    ['nothing', [], 4300],
    ['an empty one', [['', 'a.png']], 4300],
    [
      'two',
      [
        ['a', 'a.png'],
        ['b', 'b.png'],
      ],
      4301,
    ],
    ['a program', [['a', 'a.exe']], 4303],
  ] as const)('are refused when there is %s', async (_, files, code) => {
    expect((await refused('upload_files', { form: form(files) })).code).toBe(code);
  });

  test.each(['upload_files', 'audio_transcriptions'])(
    'are missing from %s in any other field than file: code 4000',
    async (id) => {
      const data = new FormData();
      data.append('foo', new File(['x'], 'a.wav'));
      expect(await refused(id, { form: data })).toEqual({
        code: 4000,
        msg: 'Request parameter error: file must be present',
      });
      data.append('file', 'a.wav');
      expect((await refused(id, { form: data })).code).toBe(4000);
    },
  );

  test('are refused in a body that is no form', async () => {
    expect((await refused('upload_files', { body: {} })).code).toBe(4000);
  });

  test('are unknown with code 4200', async () => {
    expect((await refused('retrieve_files', { with: { file_id: '1' } })).code).toBe(4200);
    expect((await refused('retrieve_files')).code).toBe(4000);
  });
});

describe('speech', () => {
  test('is a WAV of real sound whose length follows the text', async () => {
    const { type, bytes } = await speak();
    expect(type).toBe('audio/wav');
    const view = new DataView(bytes.buffer);
    const text = (at: number) => Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');
    expect([text(0), text(8), text(12), text(36)]).toEqual(['RIFF', 'WAVE', 'fmt ', 'data']);
    expect(view.getUint32(4, true)).toBe(bytes.length - 8);
    expect([view.getUint16(20, true), view.getUint16(22, true)]).toEqual([1, 1]);
    expect([view.getUint32(24, true), view.getUint32(28, true)]).toEqual([24_000, 48_000]);
    expect(view.getUint32(40, true)).toBe(bytes.length - 44);
    const samples = new Int16Array(bytes.slice(44).buffer);
    expect(samples.length).toBe(5 * 0.12 * 24_000);
    expect(Math.max(...samples)).toBeGreaterThan(5000);
    expect((await speak({ input: '你好，薄荷你好，薄荷' })).bytes.length).toBe(44 + 2 * samples.length * 2);
  });

  test.each([
    [{ sample_rate: 8000, response_format: 'pcm' }, 5 * 0.12 * 8000 * 2],
    [{ speed: 2, response_format: 'pcm' }, 5 * 0.06 * 24_000 * 2],
  ])('is as long as %j makes it', async (more, length) => {
    expect((await speak(more)).bytes.length).toBe(length);
  });

  test('is louder or softer', async () => {
    const loudest = async (loudness_rate: number) =>
      Math.max(...new Int16Array((await speak({ loudness_rate, response_format: 'pcm' })).bytes.buffer));
    expect((await loudest(100)) / (await loudest(-50))).toBeCloseTo(4, 1);
  });

  test.each([
    [24_000, 96],
    [8000, 288],
    [44_100, 104],
  ])(
    'is MP3 unless another format is asked for: at %s Hz in frames of %s bytes',
    async (sample_rate, size) => {
      const { type, bytes } = await speak({ response_format: undefined, sample_rate });
      expect(type).toBe('audio/mpeg');
      expect(bytes.length % size).toBe(0);
      for (let at = 0; at < bytes.length; at += size) {
        expect([bytes[at], (bytes[at + 1] ?? 0) & 0xe6]).toEqual([0xff, 0xe2]);
      }
    },
  );

  test.each([
    [{ response_format: 'ogg_opus' }, 4000],
    [{ response_format: 'flac' }, 4000],
    [{ sample_rate: 11_025 }, 4000],
    [{ speed: 4 }, 4000],
    [{ loudness_rate: -51 }, 4000],
    [{ emotion: 'angry' }, 4000],
    [{ input: '薄'.repeat(342) }, 4000],
    [{ input: '' }, 4000],
    [{ voice_id: '1' }, 4200],
  ])('is refused with %j: code %s', async (more, code) => {
    const body = { input: '你好', voice_id: lowVoice, response_format: 'wav', ...more };
    expect((await refused('text_to_speech', { body })).code).toBe(code);
  });

  test('is taken for transcription, which says that nobody listened', async () => {
    const { bytes } = await speak();
    const { data } = await ok('audio_transcriptions', { form: form([[bytes, '你好.wav']]) });
    expect(data).toEqual({
      text: '（练习用的扣子没有语音识别。收到了 你好.wav，28844 字节，约 0.6 秒。）',
    });
    expect((await refused('audio_transcriptions', { form: form([['x', 'x.wav']]) })).code).toBe(4304);
    expect((await refused('audio_transcriptions', { form: form([]) })).code).toBe(4300);
    expect((await refused('audio_transcriptions', { form: form([['x', 'x.png']]) })).code).toBe(4303);
  });
});

describe('voices', () => {
  const clone = (fields: object = {}) =>
    form([['sound', 'me.mp3']], { voice_name: '我的声音', audio_format: 'mp3', ...fields });
  const list = async (parameters: Record<string, string> = {}) =>
    ((await ok('list_voices', { with: parameters }))['data'] as { voice_list: readonly object[] }).voice_list;

  test('are listed, and cloned ones with them', async () => {
    expect(await list()).toMatchObject([{ voice_id: lowVoice, is_system_voice: true }, { name: '高音' }]);
    expect(await list({ model_type: 'small' })).toMatchObject([{ name: '高音' }]);
    const { data } = await ok('clone_voices', { form: clone() });
    const { voice_id } = data as { voice_id: string };
    expect(await list({ filter_system_voice: 'true' })).toMatchObject([
      { voice_id, name: '我的声音', available_training_times: 9, state: 'cloned' },
    ]);
    await ok('clone_voices', { form: clone({ voice_id, voice_name: '新名字' }) });
    expect(await list({ filter_system_voice: 'true' })).toMatchObject([
      { voice_id, name: '新名字', available_training_times: 8 },
    ]);
    expect((await speak({ voice_id })).type).toBe('audio/wav');
  });

  test.each([
    [{ voice_name: '' }, 4000],
    [{ audio_format: 'flac' }, 4000],
    [{ voice_id: lowVoice }, 4000],
    [{ voice_id: '1' }, 4200],
  ])('are not cloned with %j', async (fields, code) => {
    expect((await refused('clone_voices', { form: clone(fields) })).code).toBe(code);
  });
});

describe('a room', () => {
  test('has ids and a key', async () => {
    const { data } = await ok('create_room', { body: { bot_id: guide, uid: 'u-1', voice_id: lowVoice } });
    expect(data).toMatchObject({ uid: 'u-1', room_id: expect.stringMatching(/^room_/) });
  });

  test.each([
    [{}, 4000],
    [{ bot_id: '1' }, 4200],
    [{ bot_id: guide, voice_id: '1' }, 4200],
    [{ bot_id: guide, conversation_id: '1' }, 4200],
  ])('is refused for %j', async (body, code) => {
    expect((await refused('create_room', { body })).code).toBe(code);
  });
});

describe('voiceprints', () => {
  const idOf = (members: Readonly<Record<string, unknown>>) => (members['data'] as { id: string }).id;

  test('stand in groups, are changed, recognised and deleted', async () => {
    const group_id = idOf(await ok('create_voiceprint_group', { body: { name: '同事', desc: '' } }));
    await ok('update_voiceprint_group', { with: { group_id }, body: { desc: '办公室里的' } });
    const voiceprint = form([['lin speaks', 'lin.wav']], { name: '林' });
    const feature_id = idOf(await ok('create_voiceprint', { with: { group_id }, form: voiceprint }));
    await ok('create_voiceprint', {
      with: { group_id },
      form: form([['wang speaks', 'w.wav']], { name: '王' }),
    });
    await ok('update_voiceprint', { with: { group_id, feature_id }, form: form([], { name: '小林' }) });

    const groups = await ok('list_voiceprint_group', { with: { name: '同' } });
    expect(groups['data']).toMatchObject({
      total: 1,
      items: [{ id: group_id, desc: '办公室里的', feature_count: 2, user_info: { name: 'practice_user' } }],
    });
    const features = await ok('list_voiceprint', { with: { group_id } });
    expect(features['data']).toMatchObject({
      total: 2,
      items: [{ id: feature_id, name: '小林', group_id }, { name: '王' }],
    });

    const heard = form([['lin speaks', 'again.wav']], { top_k: '1' });
    const found = await ok('identify_voiceprint', { with: { group_id }, form: heard });
    expect(found['data']).toEqual({
      feature_score_list: [{ feature_id, feature_name: '小林', feature_desc: '', score: 100 }],
    });

    await ok('delete_voiceprint', { with: { group_id, feature_id } });
    expect((await ok('list_voiceprint', { with: { group_id } }))['data']).toMatchObject({ total: 1 });
    await ok('delete_voiceprint_group', { with: { group_id } });
    expect((await refused('list_voiceprint', { with: { group_id } })).code).toBe(4200);
  });

  test.each([
    ['update_voiceprint_group', { body: {} }],
    ['delete_voiceprint_group', {}],
    ['list_voiceprint', {}],
    ['create_voiceprint', { form: form([['x', 'x.wav']], { name: 'x' }) }],
    ['identify_voiceprint', { form: form([['x', 'x.wav']]) }],
  ])('are unknown to %s in a group that there is not', async (id, request) => {
    expect((await refused(id, { with: { group_id: '1' }, ...request })).code).toBe(4200);
  });

  test('need a name and a recording', async () => {
    const group_id = idOf(await ok('create_voiceprint_group', { body: { name: 'x' } }));
    const codes = [];
    for (const data of [form([['x', 'x.wav']]), form([], { name: 'x' })]) {
      codes.push((await refused('create_voiceprint', { with: { group_id }, form: data })).code);
    }
    expect(codes).toEqual([4000, 4300]);
  });
});
