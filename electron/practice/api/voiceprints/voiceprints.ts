import { createHash } from 'node:crypto';
import type { CozeValue } from '../../coze-json.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { audioTypes } from '../audio/audio-types.ts';
import { refuseParameter, refuseUnknown } from '../call-checks.ts';
import { type FilePart, fieldOf, readFilePart, requireFilePart } from '../files/file-part.ts';
import { pageOf } from '../pages.ts';
import { play } from '../play.ts';
import { secondsOf } from '../seconds.ts';
import type { Voiceprint } from './voiceprint.ts';
import { makerInfo, requireGroup } from './voiceprint-groups.ts';

const hashOf = ({ bytes }: FilePart) => createHash('sha256').update(bytes).digest('base64');

function requireVoiceprint(call: ApiCall): Voiceprint {
  const group = requireGroup(call);
  const id = call.param('feature_id');
  const voiceprint = call.state.holdings.voiceprints.find(id);
  return call.sheet.pass(
    'resource-known',
    voiceprint?.groupId === group.id ? voiceprint : refuseUnknown('feature_id', id),
  );
}

function voiceprintsOf({ state }: ApiCall, groupId: string): readonly Voiceprint[] {
  return state.holdings.voiceprints.list().filter((voiceprint) => voiceprint.groupId === groupId);
}

/** 创建声纹. */
const createVoiceprint = play('create_voiceprint', {
  checks: ['resource-known', 'values', 'file-present', 'file-readable'],
  answer: async (call) => {
    const group = requireGroup(call);
    const name = fieldOf(call, 'name');
    call.sheet.pass('values', name === '' ? refuseParameter('name', 'present') : null);
    const recording = hashOf(await requireFilePart(call, audioTypes));
    const now = secondsOf(call);
    const voiceprint = call.state.holdings.voiceprints.put({
      id: String(call.state.newId()),
      groupId: group.id,
      name,
      desc: fieldOf(call, 'desc'),
      recording,
      createdAt: now,
      updatedAt: now,
    });
    return { data: { id: BigInt(voiceprint.id) } };
  },
});

/** 修改声纹: what is absent stays. */
const updateVoiceprint = play('update_voiceprint', {
  checks: ['resource-known', 'file-present', 'file-readable'],
  answer: async (call) => {
    const voiceprint = requireVoiceprint(call);
    const part = await readFilePart(call, audioTypes);
    call.state.holdings.voiceprints.put({
      ...voiceprint,
      name: fieldOf(call, 'name') || voiceprint.name,
      desc: fieldOf(call, 'desc') || voiceprint.desc,
      recording: part === null ? voiceprint.recording : hashOf(part),
      updatedAt: secondsOf(call),
    });
    return {};
  },
});

/** 查看声纹列表. */
const listVoiceprints = play('list_voiceprint', {
  checks: ['resource-known', 'page'],
  answer: (call) => {
    const found = voiceprintsOf(call, requireGroup(call).id);
    return { data: { items: pageOf(call, found).items.map(voiceprintData), total: found.length } };
  },
});

/** 删除声纹. */
const deleteVoiceprint = play('delete_voiceprint', {
  checks: ['resource-known'],
  answer: (call) => {
    call.state.holdings.voiceprints.remove(requireVoiceprint(call).id);
    return {};
  },
});

/** 声纹比对: practice Coze knows a voice only by the very same recording. */
const identify = play('identify_voiceprint', {
  checks: ['resource-known', 'values', 'file-present', 'file-readable'],
  answer: async (call) => {
    const group = requireGroup(call);
    const topK = fieldOf(call, 'top_k') || '1000';
    call.sheet.pass(
      'values',
      /^[1-9]\d{0,3}$/.test(topK) ? null : refuseParameter('top_k', 'a positive integer', topK),
    );
    const recording = hashOf(await requireFilePart(call, audioTypes));
    const scores = voiceprintsOf(call, group.id)
      .map((voiceprint) => ({ voiceprint, score: voiceprint.recording === recording ? 100 : 0 }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, Number(topK))
      .map(({ voiceprint: { id, name, desc }, score }) => ({
        feature_id: BigInt(id),
        feature_name: name,
        feature_desc: desc,
        score,
      }));
    return { data: { feature_score_list: scores } };
  },
});

function voiceprintData(voiceprint: Voiceprint): CozeValue {
  return {
    id: BigInt(voiceprint.id),
    group_id: BigInt(voiceprint.groupId),
    name: voiceprint.name,
    desc: voiceprint.desc,
    icon_url: '',
    audio_url: '',
    created_at: voiceprint.createdAt,
    updated_at: voiceprint.updatedAt,
    user_info: makerInfo,
  };
}

export const voiceprintEndpoints: readonly ApiEndpoint[] = [
  createVoiceprint,
  updateVoiceprint,
  listVoiceprints,
  deleteVoiceprint,
  identify,
];
