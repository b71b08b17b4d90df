import type { CozeValue } from '../../coze-json.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseUnknown, requireBot, requireOwn, requireWorkspace } from '../call-checks.ts';
import { textOf } from '../members-of.ts';
import { refusePermission } from '../permission.ts';
import { play } from '../play.ts';
import { requireKnown } from '../resources.ts';
import { secondsOf } from '../seconds.ts';
import { type AgentConfig, emptyConfig, newAgent } from './agent.ts';
import type { CopyKind, CopyTask } from './copy-task.ts';

const permissions: Readonly<Record<CopyKind, readonly string[]>> = {
  bot: ['Bot.duplicate', 'Workspace.createBot'],
  app: ['Project.copy', 'Workspace.createProject'],
  workflow: ['Workflow.copy', 'Workspace.createWorkflow'],
};

/** 复制资源: an agent within its workspace is copied at once, everything else by a task. */
const copyResource = play('copy_resource_task', {
  permissions: [],
  checks: [
    'permission-of-kind',
    'bot-allowed',
    'bot-known',
    'resource-known',
    'workspace-allowed',
    'workspace-known',
  ],
  answer: (call) => {
    const { body, sheet, state, token } = call;
    const kind = kindOf(textOf(body, 'entity_type'));
    const sourceId = textOf(body, 'entity_id');
    sheet.pass(
      'permission-of-kind',
      refusePermission(token.scope, permissions[kind], `entity_id=${sourceId}`),
    );
    const home = requireSource(call, kind, sourceId);
    const workspaceId = textOf(body, 'to_workspace_id') || home;
    requireWorkspace(call, 'to_workspace_id', workspaceId);
    const targetId = String(state.newId());
    copy(call, kind, { sourceId, targetId, workspaceId });
    if (kind === 'bot' && workspaceId === home) return { data: { copied_entity_id: BigInt(targetId) } };
    const task = { id: String(state.newId()), kind, sourceId, targetId, workspaceId };
    return { data: { task_id: BigInt(state.holdings.copyTasks.put(task).id) } };
  },
});

function kindOf(type: string): CopyKind {
  return type === 'app' || type === 'workflow' ? type : 'bot';
}

/** The workspace in which the thing to copy stands. */
function requireSource(call: ApiCall, kind: CopyKind, id: string): string {
  const { apps, workflows } = call.state.holdings;
  switch (kind) {
    case 'bot':
      return requireBot(call, id, 'Bot.duplicate').workspaceId;
    case 'app':
      return requireOwn(call, apps, 'entity_id', id).workspaceId;
    case 'workflow':
      return requireOwn(call, workflows, 'entity_id', id).workspaceId;
  }
}

type Copying = Pick<CopyTask, 'sourceId' | 'targetId' | 'workspaceId'>;

function copy(call: ApiCall, kind: CopyKind, { sourceId, targetId: id, workspaceId }: Copying): void {
  const { agents, apps, workflows } = call.state.holdings;
  const now = secondsOf(call);
  const [agent, app, workflow] = [agents.find(sourceId), apps.find(sourceId), workflows.find(sourceId)];
  if (kind === 'bot' && agent !== null) agents.put(newAgent({ id, workspaceId }, agent.draft, now));
  if (kind === 'app' && app !== null) {
    apps.put({ ...app, id, workspaceId, publishedAt: null, updatedAt: now, collaboratorIds: [] });
  }
  if (kind === 'workflow' && workflow !== null) {
    workflows.put({ ...workflow, id, workspaceId, version: null, updatedAt: now, collaboratorIds: [] });
  }
}

/** 查询资源复制的结果. */
const getCopyTask = play('query_resource_copy_execution_result', {
  checks: ['resource-known'],
  answer: (call) => ({
    data: taskData(requireKnown(call, call.state.holdings.copyTasks, 'task_id', call.param('task_id'))),
  }),
});

function taskData(task: CopyTask): CozeValue {
  return {
    task_id: BigInt(task.id),
    entity_type: task.kind,
    task_status: 'successful',
    failed_reasons: [],
    source_entity_id: BigInt(task.sourceId),
    target_entity_id: BigInt(task.targetId),
    target_workspace_id: BigInt(task.workspaceId),
  };
}

/** The id of the only template; like the ids of the practice world, the same in every run. */
export const templateId = '7414035883517165606';

const template: AgentConfig = {
  ...emptyConfig('模板智能体'),
  description: '由模板复制而来。',
  prologue: '你好，我是从模板复制出来的智能体。',
};

/** `POST /v1/templates/{id}/duplicate`: known from the official SDKs. There is one template, of an agent. */
const duplicateTemplate = play('templates_duplicate', {
  checks: ['resource-known', 'workspace-known', 'workspace-allowed'],
  answer: (call) => {
    const { body, sheet, state } = call;
    const id = call.param('template_id');
    sheet.pass('resource-known', id === templateId ? null : refuseUnknown('template_id', id));
    const workspace = requireWorkspace(call, 'workspace_id', textOf(body, 'workspace_id'));
    const draft = { ...template, name: textOf(body, 'name') || template.name };
    const place = { id: String(state.newId()), workspaceId: workspace.id };
    const agent = state.holdings.agents.put(newAgent(place, draft, secondsOf(call)));
    return { data: { entity_id: BigInt(agent.id), entity_type: 'agent' } };
  },
});

export const copyEndpoints: readonly ApiEndpoint[] = [copyResource, getCopyTask, duplicateTemplate];
