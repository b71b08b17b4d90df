import type { Shapes } from './shape.ts';

/** `tool_id`, `plugin_id`, `name` and `description` stand in the example of the page, not in its table. */
const plugin = {
  plugin_id: 'id',
  name: 'text',
  name_for_model: 'text',
  description: 'text',
  icon_url: 'text',
  is_call_available: 'boolean',
  created_at: 'number',
  updated_at: 'number',
  mcp_json: 'text',
  tools: [{ tool_id: 'id', name: 'text', description: 'text', inputSchema: 'map', outputSchema: 'map' }],
} as const;

/** Pages of 插件 and 用户变量. */
export const pluginShapes: Shapes = {
  list_plugin: {
    data: {
      items: [
        {
          metainfo: {
            product_id: 'id',
            entity_id: 'id',
            entity_type: 'text',
            entity_version: 'text',
            name: 'text',
            description: 'text',
            icon_url: 'text',
            is_official: 'boolean',
            listed_at: 'integer',
            paid_type: 'text',
            category: { id: 'id', name: 'text' },
            user_info: { user_id: 'id', user_name: 'text', nick_name: 'text', avatar_url: 'text' },
          },
          plugin_info: {
            description: 'text',
            heat: 'integer',
            favorite_count: 'integer',
            total_tools_count: 'integer',
            is_call_available: 'boolean',
            call_count: 'integer',
            bots_use_count: 'integer',
            associated_bots_use_count: 'integer',
            avg_exec_duration_ms: 'number',
            success_rate: 'number',
          },
        },
      ],
      has_more: 'boolean',
    },
  },
  list_plugin_category: { data: { items: [{ id: 'id', name: 'text' }], has_more: 'boolean' } },
  get_plugin: { data: plugin },
  batch_get_plugins_info: { data: { items: [plugin] } },
  call_plugin_tool: { data: { result: 'map' } },
  update_variable: {},
  read_variable: {
    data: { items: [{ keyword: 'text', value: 'text', create_time: 'integer', update_time: 'integer' }] },
  },
};
