import type { CozeValue } from '../../coze-json.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter, requireWorkspace } from '../call-checks.ts';
import { objectsOf, textOf, textsOf } from '../members-of.ts';
import { pageOf } from '../pages.ts';
import { findPerson } from '../people.ts';
import { play } from '../play.ts';
import type { Workspace, WorkspaceMember } from './workspace.ts';

const ids = (texts: readonly string[]): CozeValue => texts.map(BigInt);

const isId = (text: string) => /^\d{1,19}$/.test(text);

const requireParamWorkspace = (call: ApiCall) =>
  requireWorkspace(call, 'workspace_id', call.param('workspace_id'));

/** 查看空间成员列表. */
const listMembers = play('list_space_member', {
  checks: ['workspace-known', 'workspace-allowed', 'page'],
  answer: (call) => {
    const { members } = requireParamWorkspace(call);
    return {
      data: { items: pageOf(call, members).items.map(memberData), total_count: members.length },
    };
  },
});

/** 添加空间成员: at most 20 at a time, admins and members only. */
const addMembers = play('add_space_member', {
  checks: ['workspace-known', 'workspace-allowed', 'values'],
  answer: (call) => {
    const workspace = requireParamWorkspace(call);
    const wanted = requireWanted(call);
    const joined = wanted.filter(({ userId }) => isMember(workspace, userId));
    const unknown = wanted.filter(({ userId }) => findPerson(userId) === null);
    const added = wanted.filter((user) => !joined.includes(user) && !unknown.includes(user));
    call.state.holdings.workspaces.put({ ...workspace, members: [...workspace.members, ...added] });
    const idsOf = (users: readonly WorkspaceMember[]) => ids(users.map(({ userId }) => userId));
    return {
      data: {
        added_success_user_ids: idsOf(added),
        invited_success_user_ids: [],
        not_exist_user_ids: idsOf(unknown),
        already_joined_user_ids: idsOf(joined),
        already_invited_user_ids: [],
      },
    };
  },
});

function requireWanted({ body, sheet }: ApiCall): readonly WorkspaceMember[] {
  const users = objectsOf(body, 'users');
  const wanted = users.flatMap((user): readonly WorkspaceMember[] => {
    const [userId, role] = [textOf(user, 'user_id'), textOf(user, 'role_type')];
    return isId(userId) && (role === 'admin' || role === 'member') ? [{ userId, role }] : [];
  });
  const fits = users.length >= 1 && users.length <= 20 && wanted.length === users.length;
  return sheet.pass(
    'values',
    fits ? wanted : refuseParameter('users', '1 to 20 users, each with user_id and role_type admin | member'),
  );
}

/** 移除空间成员: at most 5 at a time, never the owner. */
const removeMembers = play('remove_space_member', {
  checks: ['workspace-known', 'workspace-allowed', 'values'],
  answer: (call) => {
    const workspace = requireParamWorkspace(call);
    const wanted = textsOf(call.body, 'user_ids');
    call.sheet.pass(
      'values',
      wanted.length >= 1 && wanted.length <= 5 && wanted.every(isId)
        ? null
        : refuseParameter('user_ids', '1 to 5 ids of users'),
    );
    const owner = workspace.members[0]?.userId;
    const absent = wanted.filter((id) => !isMember(workspace, id));
    const removed = wanted.filter((id) => id !== owner && !absent.includes(id));
    const members = workspace.members.filter(({ userId }) => !removed.includes(userId));
    call.state.holdings.workspaces.put({ ...workspace, members });
    return {
      data: {
        removed_success_user_ids: ids(removed),
        not_in_workspace_user_ids: ids(absent),
        owner_not_support_remove_user_ids: ids(wanted.filter((id) => id === owner)),
      },
    };
  },
});

function isMember({ members }: Workspace, id: string): boolean {
  return members.some(({ userId }) => userId === id);
}

function memberData({ userId, role }: WorkspaceMember): CozeValue {
  const person = findPerson(userId);
  return {
    user_id: BigInt(userId),
    role_type: role,
    user_nickname: person?.nickName ?? '',
    user_unique_name: person?.userName ?? '',
  };
}

export const memberEndpoints: readonly ApiEndpoint[] = [listMembers, addMembers, removeMembers];
