import type { CozeValue } from '../../coze-json.ts';
import { world } from '../../world.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { givenText, textOf } from '../members-of.ts';
import { pageOf } from '../pages.ts';
import { play } from '../play.ts';
import { requireKnown } from '../resources.ts';
import { secondsOf } from '../seconds.ts';
import type { VoiceprintGroup } from './voiceprint.ts';

/** Ticks `resource-known`. */
export function requireGroup(call: ApiCall): VoiceprintGroup {
  return requireKnown(call, call.state.holdings.voiceprintGroups, 'group_id', call.param('group_id'));
}

/** 创建声纹组. */
const createGroup = play('create_voiceprint_group', {
  answer: (call) => {
    const now = secondsOf(call);
    const group = call.state.holdings.voiceprintGroups.put({
      id: String(call.state.newId()),
      name: textOf(call.body, 'name'),
      desc: textOf(call.body, 'desc'),
      createdAt: now,
      updatedAt: now,
    });
    return { data: { id: BigInt(group.id) } };
  },
});

/** 查看声纹组列表. */
const listGroups = play('list_voiceprint_group', {
  checks: ['page'],
  answer: (call) => {
    const { voiceprintGroups } = call.state.holdings;
    const found = voiceprintGroups.list().filter((group) => isAskedFor(call, group));
    const items = pageOf(call, found).items.map((group) => groupData(call, group));
    return { data: { items, total: found.length } };
  },
});

function isAskedFor({ query }: ApiCall, { id, name }: VoiceprintGroup): boolean {
  const [userId, groupId] = [query('user_id'), query('group_id')];
  if (userId !== null && userId !== world.userId) return false;
  if (groupId !== null && groupId !== id) return false;
  return name.includes(query('name') ?? '');
}

/** 修改声纹组. */
const updateGroup = play('update_voiceprint_group', {
  checks: ['resource-known'],
  answer: (call) => {
    const group = requireGroup(call);
    call.state.holdings.voiceprintGroups.put({
      ...group,
      name: givenText(call.body, 'name') ?? group.name,
      desc: givenText(call.body, 'desc') ?? group.desc,
      updatedAt: secondsOf(call),
    });
    return {};
  },
});

/** 删除声纹组, and the voiceprints in it. */
const deleteGroup = play('delete_voiceprint_group', {
  checks: ['resource-known'],
  answer: (call) => {
    const { id } = requireGroup(call);
    const { voiceprintGroups, voiceprints } = call.state.holdings;
    voiceprintGroups.remove(id);
    for (const { id: voiceprintId, groupId } of voiceprints.list()) {
      if (groupId === id) voiceprints.remove(voiceprintId);
    }
    return {};
  },
});

/** The user of practice Coze, who makes everything. */
export const makerInfo: CozeValue = {
  id: BigInt(world.userId),
  name: world.userName,
  nickname: world.nickName,
  avatar_url: '',
};

function groupData({ state }: ApiCall, group: VoiceprintGroup): CozeValue {
  return {
    id: BigInt(group.id),
    name: group.name,
    desc: group.desc,
    icon_url: '',
    feature_count: state.holdings.voiceprints.list().filter(({ groupId }) => groupId === group.id).length,
    created_at: group.createdAt,
    updated_at: group.updatedAt,
    user_info: makerInfo,
  };
}

export const voiceprintGroupEndpoints: readonly ApiEndpoint[] = [
  createGroup,
  listGroups,
  updateGroup,
  deleteGroup,
];
