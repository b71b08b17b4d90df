import type { Shapes } from './shape.ts';

const listItem = {
  id: 'id',
  name: 'text',
  description: 'text',
  icon_url: 'text',
  is_published: 'boolean',
  'published_at?': 'integer',
  updated_at: 'integer',
  owner_user_id: 'id',
  folder_id: 'id',
} as const;

/** Page 查看智能体配置; the deprecated 获取已发布智能体的配置 has no fields beyond these. */
const agentInfo = {
  bot_id: 'id',
  name: 'text',
  description: 'text',
  icon_url: 'text',
  create_time: 'integer',
  update_time: 'integer',
  version: 'text',
  bot_mode: 'integer',
  owner_user_id: 'id',
  folder_id: 'id',
  prompt_info: { prompt: 'text' },
  onboarding_info: { prologue: 'text', suggested_questions: ['text'] },
  model_info: {
    model_id: 'id',
    model_name: 'text',
    api_mode: 'text',
    temperature: 'number',
    top_p: 'number',
    top_k: 'integer',
    max_tokens: 'integer',
    context_round: 'integer',
    frequency_penalty: 'number',
    presence_penalty: 'number',
    response_format: 'text',
    parameters: 'map',
  },
  plugin_info_list: [
    {
      plugin_id: 'id',
      name: 'text',
      description: 'text',
      icon_url: 'text',
      api_info_list: [{ api_id: 'id', name: 'text', description: 'text' }],
    },
  ],
  workflow_info_list: [{ id: 'id', name: 'text', description: 'text', icon_url: 'text' }],
  knowledge: { knowledge_infos: [{ id: 'id', name: 'text' }] },
  variables: [
    {
      keyword: 'text',
      default_value: 'text',
      description: 'text',
      channel: 'text',
      enable: 'boolean',
      prompt_enable: 'boolean',
    },
  ],
  voice_info_list: [{ voice_id: 'text', language_code: 'text' }],
  shortcut_commands: ['map'],
  default_user_input_type: 'text',
  media_config: { is_voice_call_closed: 'boolean' },
} as const;

/** Pages of 智能体和应用 and of the two deprecated endpoints. */
export const agentShapes: Shapes = {
  create_bot: { data: { bot_id: 'id' } },
  update_bot: {},
  publish_bot: { data: { bot_id: 'id', version: 'text' } },
  unpublish_agent: {},
  bots_list_draft_published: { data: { items: [listItem], total: 'integer' } },
  get_metadata_draft_published: { data: agentInfo },
  get_metadata: { data: agentInfo },
  published_bots_list: {
    data: {
      space_bots: [
        { bot_id: 'id', bot_name: 'text', description: 'text', icon_url: 'text', publish_time: 'text' },
      ],
      total: 'integer',
    },
  },
  list_bot_versions: {
    data: {
      items: [
        {
          version: 'text',
          publish_status: 'text',
          changelog: 'text',
          created_at: 'integer',
          creator: { id: 'id', name: 'text' },
        },
      ],
      has_more: 'boolean',
    },
  },
  published_apps_list: { data: { items: [listItem], total: 'integer' } },
  switch_bot_develop_mode: {},
  add_bot_collaborator: {},
  remove_bot_collaborator: {},
  add_app_collaborator: {},
  remove_app_collaborator: {},
  switch_workflow_develop_mode: {},
  add_workflow_collaborator: {},
  remove_workflow_collaborator: {},
  copy_resource_task: { data: { 'copied_entity_id?': 'id', 'task_id?': 'id' } },
  query_resource_copy_execution_result: {
    data: {
      task_id: 'id',
      entity_type: 'text',
      task_status: 'text',
      failed_reasons: ['map'],
      source_entity_id: 'id',
      target_entity_id: 'id',
      target_workspace_id: 'id',
    },
  },
  templates_duplicate: { data: { entity_id: 'id', entity_type: 'text' } },
};
