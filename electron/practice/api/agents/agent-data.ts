import type { CozeValue } from '../../coze-json.ts';
import { world } from '../../world.ts';
import { findPlugin } from '../plugins/plugin.ts';
import { type Agent, type AgentConfig, onlineVersion } from './agent.ts';

/** An agent as a list shows it: `config` is its draft or its published version. */
export function agentItem(agent: Agent, config: AgentConfig): CozeValue {
  const online = onlineVersion(agent);
  return {
    id: BigInt(agent.id),
    name: config.name,
    description: config.description,
    icon_url: '',
    is_published: online !== null,
    published_at: online?.publishedAt,
    updated_at: agent.updatedAt,
    owner_user_id: BigInt(world.userId),
    folder_id: BigInt(world.folderId),
  };
}

/** Everything about one agent. */
export function agentInfo(agent: Agent, config: AgentConfig): CozeValue {
  return {
    bot_id: BigInt(agent.id),
    name: config.name,
    description: config.description,
    icon_url: '',
    create_time: agent.createdAt,
    update_time: agent.updatedAt,
    version: agent.versions[0]?.version ?? '',
    bot_mode: 0,
    owner_user_id: BigInt(world.userId),
    folder_id: BigInt(world.folderId),
    prompt_info: { prompt: config.prompt },
    onboarding_info: { prologue: config.prologue, suggested_questions: config.suggestedQuestions },
    model_info: modelInfo(config),
    plugin_info_list: config.pluginIds.map(pluginInfo),
    workflow_info_list: config.workflowIds.map((id) => ({
      id: BigInt(id),
      name: '',
      description: '',
      icon_url: '',
    })),
    knowledge: { knowledge_infos: config.datasetIds.map((id) => ({ id: BigInt(id), name: '' })) },
    variables: [practiceVariable],
    voice_info_list: [],
    shortcut_commands: [],
    default_user_input_type: 'text',
    media_config: { is_voice_call_closed: false },
  };
}

/** The one variable that every agent of practice Coze has. */
const practiceVariable: CozeValue = {
  keyword: 'nickname',
  default_value: '',
  description: '怎么称呼用户。',
  channel: 'custom',
  enable: true,
  prompt_enable: true,
};

function modelInfo({ modelId }: AgentConfig): CozeValue {
  return {
    model_id: BigInt(modelId),
    model_name: '练习模型',
    api_mode: 'chat_api',
    temperature: 0.8,
    top_p: 0.7,
    top_k: 1,
    max_tokens: 4096,
    context_round: 3,
    frequency_penalty: 0,
    presence_penalty: 0,
    response_format: 'text',
    parameters: {},
  };
}

function pluginInfo(id: string): CozeValue {
  const plugin = findPlugin(id);
  return {
    plugin_id: BigInt(id),
    name: plugin?.name ?? '',
    description: plugin?.description ?? '',
    icon_url: '',
    api_info_list: (plugin?.tools ?? []).map(({ toolId, name, description }) => ({
      api_id: BigInt(toolId),
      name,
      description,
    })),
  };
}
