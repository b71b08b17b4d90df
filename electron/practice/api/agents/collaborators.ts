import { refuseCall } from '../../refusal.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown, requireBot, requireOwn } from '../call-checks.ts';
import { objectsOf, textOf } from '../members-of.ts';
import { play } from '../play.ts';
import type { Shelf } from '../shelf.ts';
import type { Collaborated } from './collaborated.ts';

interface Resource extends Collaborated {
  readonly id: string;
  readonly workspaceId: string;
}

/** Where the three kinds of resource stand, and how one is found for a call. */
interface Kind<Item extends Resource> {
  readonly shelf: (call: ApiCall) => Shelf<Item>;
  readonly require: (call: ApiCall) => Item;
}

const ownChecks = ['resource-known', 'workspace-allowed'] as const;
const agentChecks = ['bot-allowed', 'bot-known'] as const;

const agents = {
  shelf: ({ state }: ApiCall) => state.holdings.agents,
  require: (call: ApiCall) => requireBot(call, call.param('bot_id'), 'Bot.addCollaborator'),
};
const apps = {
  shelf: ({ state }: ApiCall) => state.holdings.apps,
  require: (call: ApiCall) => requireOwn(call, call.state.holdings.apps, 'app_id', call.param('app_id')),
};
const workflows = {
  shelf: ({ state }: ApiCall) => state.holdings.workflows,
  require: (call: ApiCall) =>
    requireOwn(call, call.state.holdings.workflows, 'workflow_id', call.param('workflow_id')),
};

/** 添加协作者: one at a time, and only a member of the workspace. */
function addTo<Item extends Resource>(call: ApiCall, kind: Kind<Item>): Record<string, never> {
  const { body, sheet, state } = call;
  const item = kind.require(call);
  const users = objectsOf(body, 'collaborators').map((user) => textOf(user, 'user_id'));
  const [userId = ''] = users;
  sheet.pass('values', users.length === 1 ? null : refuseParameter('collaborators', 'exactly one user'));
  const members = state.holdings.workspaces.find(item.workspaceId)?.members ?? [];
  if (!members.some((member) => member.userId === userId)) {
    sheet.fail('values', refuseUnknown('user_id', userId));
  }
  if (item.collaboratorIds.includes(userId)) {
    sheet.fail('values', refuseCall(4201, `user_id=${userId} is a collaborator already`, { seen: userId }));
  }
  kind.shelf(call).put({ ...item, collaboratorIds: [...item.collaboratorIds, userId] });
  return {};
}

/** 删除协作者. */
function removeFrom<Item extends Resource>(call: ApiCall, kind: Kind<Item>): Record<string, never> {
  const item = kind.require(call);
  const userId = call.param('user_id');
  call.sheet.pass('values', item.collaboratorIds.includes(userId) ? null : refuseUnknown('user_id', userId));
  const collaboratorIds = item.collaboratorIds.filter((id) => id !== userId);
  kind.shelf(call).put({ ...item, collaboratorIds });
  return {};
}

/** 切换协作模式: back to `single` only when no collaborator is left. */
function switchMode<Item extends Resource>(call: ApiCall, kind: Kind<Item>): Record<string, never> {
  const item = kind.require(call);
  const mode = textOf(call.body, 'collaboration_mode') === 'collaboration' ? 'collaboration' : 'single';
  call.sheet.pass(
    'values',
    mode === 'collaboration' || item.collaboratorIds.length === 0
      ? null
      : refuseCall(4000, 'Request parameter error: the collaborators must be removed first'),
  );
  kind.shelf(call).put({ ...item, mode });
  return {};
}

export const collaboratorEndpoints: readonly ApiEndpoint[] = [
  play('add_bot_collaborator', { checks: [...agentChecks, 'values'], answer: (call) => addTo(call, agents) }),
  play('remove_bot_collaborator', {
    checks: [...agentChecks, 'values'],
    answer: (call) => removeFrom(call, agents),
  }),
  play('switch_bot_develop_mode', {
    checks: [...agentChecks, 'values'],
    answer: (call) => switchMode(call, agents),
  }),
  play('add_app_collaborator', { checks: [...ownChecks, 'values'], answer: (call) => addTo(call, apps) }),
  play('remove_app_collaborator', {
    checks: [...ownChecks, 'values'],
    answer: (call) => removeFrom(call, apps),
  }),
  play('add_workflow_collaborator', {
    checks: [...ownChecks, 'values'],
    answer: (call) => addTo(call, workflows),
  }),
  play('remove_workflow_collaborator', {
    checks: [...ownChecks, 'values'],
    answer: (call) => removeFrom(call, workflows),
  }),
  play('switch_workflow_develop_mode', {
    checks: [...ownChecks, 'values'],
    answer: (call) => switchMode(call, workflows),
  }),
];
