import type { CozeValue } from '../../coze-json.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { requireOwn, requireWorkspace } from '../call-checks.ts';
import { pageByToken, pageOf } from '../pages.ts';
import { creator } from '../people.ts';
import { play } from '../play.ts';
import { chatflowEndpoints } from './chatflow.ts';
import { historyEndpoints } from './history-endpoints.ts';
import { runEndpoints } from './run-endpoints.ts';
import { scriptInputs } from './run-script.ts';
import type { Workflow } from './workflow.ts';

/** 查询工作流列表. */
const listWorkflows = play('get_workflow_list', {
  checks: ['workspace-known', 'workspace-allowed', 'page'],
  answer: (call) => {
    const workspace = requireWorkspace(call, 'workspace_id', call.query('workspace_id') ?? '');
    const found = call.state.holdings.workflows
      .list()
      .filter(({ workspaceId }) => workspaceId === workspace.id)
      .filter((workflow) => isAskedFor(call, workflow));
    const page = pageOf(call, found);
    return { data: { items: page.items.map(basicData), has_more: page.hasMore } };
  },
});

function isAskedFor({ query }: ApiCall, workflow: Workflow): boolean {
  const [kind, appId] = [query('workflow_mode'), query('app_id')];
  const status = query('publish_status') ?? 'published_online';
  if (kind !== null && kind !== workflow.kind) return false;
  if (appId !== null && appId !== workflow.appId) return false;
  return status === 'all' || (status === 'published_online') === (workflow.version !== null);
}

const asksForForm = ({ query }: ApiCall) => query('include_input_output')?.toLowerCase() === 'true';

const requireWorkflow = (call: ApiCall) =>
  requireOwn(call, call.state.holdings.workflows, 'workflow_id', call.param('workflow_id'));

/** 查询工作流基本信息. */
const getWorkflow = play('get_workflow_info', {
  checks: ['resource-known', 'workspace-allowed'],
  answer: (call) => {
    const workflow = requireWorkflow(call);
    return {
      data: { workflow_detail: basicData(workflow), ...(asksForForm(call) ? formData(workflow) : {}) },
    };
  },
});

/** 查询工作流版本列表. */
const listVersions = play('list_workflow_version', {
  checks: ['resource-known', 'workspace-allowed', 'page'],
  answer: (call) => {
    const workflow = requireWorkflow(call);
    const status = call.query('publish_status') ?? 'published_online';
    const published = workflow.version !== null && status !== 'unpublished_draft' ? [workflow.version] : [];
    const versions = status === 'published_online' ? published : [...published, 'draft'];
    const page = pageByToken(call, versions);
    return {
      data: {
        items: page.items.map((version) => versionData(workflow, version, asksForForm(call))),
        has_more: page.hasMore,
        next_page_token: page.nextToken,
      },
    };
  },
});

function basicData(workflow: Workflow): CozeValue {
  return {
    workflow_id: BigInt(workflow.id),
    workflow_name: workflow.name,
    description: workflow.description,
    icon_url: '',
    app_id: BigInt(workflow.appId),
    created_at: String(workflow.createdAt),
    updated_at: String(workflow.updatedAt),
    creator,
  };
}

function versionData(workflow: Workflow, version: string, withForm: boolean): CozeValue {
  return {
    workflow_id: BigInt(workflow.id),
    version,
    description: workflow.description,
    created_at: String(workflow.createdAt),
    updated_at: String(workflow.updatedAt),
    creator,
    ...(withForm ? formData(workflow) : {}),
  };
}

/** What the start node takes and the end node gives. */
function formData({ script }: Workflow): { readonly [name: string]: CozeValue } {
  const inputs = scriptInputs[script].map((name) => [
    name,
    { type: 'string', required: true, description: '' },
  ]);
  return {
    input: { parameters: Object.fromEntries(inputs) },
    output: { terminate_plan: 'return_variables', parameters: { output: { type: 'string' } } },
  };
}

export const workflowEndpoints: readonly ApiEndpoint[] = [
  listWorkflows,
  getWorkflow,
  listVersions,
  ...runEndpoints,
  ...historyEndpoints,
  ...chatflowEndpoints,
];
