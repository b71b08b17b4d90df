import { world } from '../../world.ts';
import type { ApiCall, ApiEndpoint, BodyMembers } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown, requireBot, requireWorkspace } from '../call-checks.ts';
import { givenText, objectOf, objectsOf, textOf, textsOf } from '../members-of.ts';
import { refuseEitherPermission } from '../permission.ts';
import { play } from '../play.ts';
import { findPlugin } from '../plugins/plugin.ts';
import { requireLengths } from '../resources.ts';
import { secondsOf } from '../seconds.ts';
import { type AgentConfig, emptyConfig, newAgent } from './agent.ts';

const lengths = { name: 20, description: 500 };

/** 创建智能体: a draft, which no list shows before it is published. */
const createAgent = play('create_bot', {
  checks: ['workspace-known', 'workspace-allowed', 'values', 'resource-known'],
  answer: (call) => {
    const { body, state } = call;
    const workspace = requireWorkspace(call, 'space_id', textOf(body, 'space_id'));
    requireLengths(call, lengths);
    const draft = changed(emptyConfig(textOf(body, 'name')), body);
    requireParts(call, draft);
    const place = { id: String(state.newId()), workspaceId: workspace.id };
    const agent = state.holdings.agents.put(newAgent(place, draft, secondsOf(call)));
    return { data: { bot_id: BigInt(agent.id) } };
  },
});

/** 更新智能体: changes the draft; what is absent stays. */
const updateAgent = play('update_bot', {
  checks: ['bot-allowed', 'bot-known', 'values', 'resource-known'],
  answer: (call) => {
    const agent = requireBot(call, textOf(call.body, 'bot_id'), 'edit');
    requireLengths(call, lengths);
    const draft = changed(agent.draft, call.body);
    requireParts(call, draft);
    call.state.holdings.agents.put({ ...agent, draft, updatedAt: secondsOf(call) });
    return {};
  },
});

function changed(config: AgentConfig, body: BodyMembers): AgentConfig {
  const onboarding = objectOf(body, 'onboarding_info');
  const plugins = objectsOf(objectOf(body, 'plugin_id_list'), 'id_list');
  const workflows = objectsOf(objectOf(body, 'workflow_id_list'), 'ids');
  return {
    name: givenText(body, 'name') ?? config.name,
    description: givenText(body, 'description') ?? config.description,
    prompt: givenText(objectOf(body, 'prompt_info'), 'prompt') ?? config.prompt,
    prologue: givenText(onboarding, 'prologue') ?? config.prologue,
    suggestedQuestions:
      'suggested_questions' in onboarding
        ? textsOf(onboarding, 'suggested_questions')
        : config.suggestedQuestions,
    replyMode: textOf(objectOf(body, 'suggest_reply_info'), 'reply_mode', config.replyMode),
    modelId: textOf(objectOf(body, 'model_info_config'), 'model_id', config.modelId),
    pluginIds: 'plugin_id_list' in body ? plugins.map((part) => textOf(part, 'plugin_id')) : config.pluginIds,
    workflowIds:
      'workflow_id_list' in body ? workflows.map((part) => textOf(part, 'id')) : config.workflowIds,
    datasetIds: 'knowledge' in body ? textsOf(objectOf(body, 'knowledge'), 'dataset_ids') : config.datasetIds,
  };
}

/** Ticks `resource-known`: what the agent is to use exists. */
function requireParts({ sheet, state }: ApiCall, config: AgentConfig): void {
  const { workflows, datasets } = state.holdings;
  const unknown = (name: string, ids: readonly string[], find: (id: string) => unknown) => {
    const id = ids.find((each) => find(each) === null);
    return id === undefined ? null : refuseUnknown(name, id);
  };
  sheet.pass(
    'resource-known',
    (/^\d{1,19}$/.test(config.modelId) ? null : refuseUnknown('model_id', config.modelId)) ??
      unknown('plugin_id', config.pluginIds, findPlugin) ??
      unknown('workflow_id', config.workflowIds, workflows.find) ??
      unknown('dataset_id', config.datasetIds, datasets.find),
  );
}

/** 发布智能体: the draft becomes the newest version on the channels named. */
const publishAgent = play('publish_bot', {
  checks: ['bot-allowed', 'bot-known', 'values'],
  answer: (call) => {
    const { body, sheet, state } = call;
    const agent = requireBot(call, textOf(body, 'bot_id'), 'publish');
    const connectorIds = textsOf(body, 'connector_ids');
    sheet.pass(
      'values',
      connectorIds.length > 0
        ? null
        : refuseParameter('connector_ids', `a list such as ["${world.connectorId}"]`),
    );
    const version = String(state.newId());
    const published = { version, publishedAt: secondsOf(call), connectorIds, config: agent.draft };
    state.holdings.agents.put({
      ...agent,
      versions: [published, ...agent.versions].slice(0, 100),
      connectorIds: [...new Set([...agent.connectorIds, ...connectorIds])],
      updatedAt: secondsOf(call),
    });
    return { data: { bot_id: BigInt(agent.id), version } };
  },
});

/** 下架智能体: needs `disconnectBot` for an official channel, `Connector.disconnectBot` for the channel of a channel app. */
const unpublishAgent = play('unpublish_agent', {
  permissions: [],
  checks: ['permission-of-kind', 'bot-allowed', 'bot-known', 'resource-known'],
  answer: (call) => {
    const { body, sheet, state, token } = call;
    const botId = call.param('bot_id');
    sheet.pass(
      'permission-of-kind',
      refuseEitherPermission(token.scope, ['disconnectBot', 'Connector.disconnectBot'], `bot_id=${botId}`),
    );
    const agent = requireBot(call, botId, 'disconnectBot');
    const connectorId = textOf(body, 'connector_id');
    sheet.pass(
      'resource-known',
      agent.connectorIds.includes(connectorId) ? null : refuseUnknown('connector_id', connectorId),
    );
    const connectorIds = agent.connectorIds.filter((id) => id !== connectorId);
    state.holdings.agents.put({ ...agent, connectorIds, updatedAt: secondsOf(call) });
    return {};
  },
});

export const agentChangeEndpoints: readonly ApiEndpoint[] = [
  createAgent,
  updateAgent,
  publishAgent,
  unpublishAgent,
];
