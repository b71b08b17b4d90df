import type { CozeValue } from '../../coze-json.ts';
import { world } from '../../world.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter, requireWorkspace } from '../call-checks.ts';
import { givenText, textOf } from '../members-of.ts';
import { pageOf } from '../pages.ts';
import { findPerson } from '../people.ts';
import { play } from '../play.ts';
import { workspacesWithin } from '../reach.ts';
import { requireKnown, requireLengths } from '../resources.ts';
import { memberEndpoints } from './member-endpoints.ts';
import type { Workspace } from './workspace.ts';

/** 创建空间. */
const createWorkspace = play('create_workspace', {
  checks: ['values', 'resource-known'],
  answer: (call) => {
    const { body, state, token } = call;
    requireLengths(call, { name: 50, description: 2000 });
    const ownerId = textOf(body, 'owner_uid', world.userId);
    requireKnown(call, { find: findPerson }, 'owner_uid', ownerId);
    const isTeam = token.path.kind === 'account';
    const workspace = state.holdings.workspaces.put({
      id: String(state.newId()),
      accountId: token.path.kind === 'account' ? token.path.id : world.userId,
      enterpriseId: isTeam ? world.enterpriseId : '',
      name: textOf(body, 'name'),
      description: textOf(body, 'description'),
      type: 'team',
      members: [{ userId: ownerId, role: 'owner' }],
    });
    return { data: { id: BigInt(workspace.id) } };
  },
});

/** 查看空间列表. */
const listWorkspaces = play('list_workspace', {
  checks: ['values', 'page'],
  answer: (call) => {
    const [user, account] = [call.query('user_id'), call.query('coze_account_id')];
    call.sheet.pass(
      'values',
      (user === null) === (account === null)
        ? null
        : refuseParameter(user === null ? 'user_id' : 'coze_account_id', 'present when the other is'),
    );
    const found = workspacesWithin(call).filter((workspace) => isAskedFor(call, workspace));
    return {
      data: { total_count: found.length, workspaces: pageOf(call, found).items.map(workspaceData) },
    };
  },
});

function isAskedFor({ query }: ApiCall, { enterpriseId, accountId, members }: Workspace): boolean {
  const [enterprise, user, account] = [query('enterprise_id'), query('user_id'), query('coze_account_id')];
  if (enterprise !== null && enterprise !== enterpriseId) return false;
  if (account !== null && account !== accountId) return false;
  return user === null || members.some(({ userId }) => userId === user);
}

/** 修改空间信息. */
const updateWorkspace = play('update_workspace_info', {
  checks: ['workspace-known', 'workspace-allowed', 'values'],
  answer: (call) => {
    const workspace = requireWorkspace(call, 'workspace_id', call.param('workspace_id'));
    requireLengths(call, { name: 50, description: 2000 });
    call.state.holdings.workspaces.put({
      ...workspace,
      name: givenText(call.body, 'name') ?? workspace.name,
      description: givenText(call.body, 'description') ?? workspace.description,
    });
    return {};
  },
});

function workspaceData(workspace: Workspace): CozeValue {
  const { members } = workspace;
  return {
    id: BigInt(workspace.id),
    name: workspace.name,
    description: workspace.description,
    icon_url: '',
    workspace_type: workspace.type,
    role_type: members.find(({ userId }) => userId === world.userId)?.role ?? 'member',
    enterprise_id: workspace.enterpriseId,
    joined_status: 'joined',
    owner_uid: BigInt(members[0]?.userId ?? world.userId),
    admin_uids: members.filter(({ role }) => role === 'admin').map(({ userId }) => BigInt(userId)),
  };
}

export const workspaceEndpoints: readonly ApiEndpoint[] = [
  createWorkspace,
  listWorkspaces,
  updateWorkspace,
  ...memberEndpoints,
];
