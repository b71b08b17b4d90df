import type { Shape, Shapes } from './shape.ts';

const creator = { id: 'id', name: 'text' } as const;

const basic = {
  workflow_id: 'id',
  workflow_name: 'text',
  description: 'text',
  icon_url: 'text',
  app_id: 'id',
  created_at: 'text',
  updated_at: 'text',
  creator,
} as const;

const form = {
  'input?': { parameters: 'map' },
  'output?': { terminate_plan: 'text', parameters: 'map', 'content?': 'text' },
} as const;

const usage = { input_count: 'integer', output_count: 'integer', token_count: 'integer' } as const;

const interrupt = {
  event_id: 'text',
  type: 'integer',
  'data?': 'text',
  'required_parameters?': 'map',
} as const;

const run = {
  'data?': 'text',
  'debug_url?': 'text',
  'execute_id?': 'id',
  'usage?': usage,
  'interrupt_data?': interrupt,
} as const;

/** Pages of 工作流, but those that stream. */
export const workflowShapes: Shapes = {
  get_workflow_list: { data: { items: [basic], has_more: 'boolean' } },
  get_workflow_info: { data: { workflow_detail: basic, ...form } },
  list_workflow_version: {
    data: {
      items: [
        {
          workflow_id: 'id',
          version: 'text',
          description: 'text',
          created_at: 'text',
          updated_at: 'text',
          creator,
          ...form,
        },
      ],
      has_more: 'boolean',
      next_page_token: 'text',
    },
  },
  workflow_run: run,
  resume_workflow: run,
  workflow_history: {
    data: [
      {
        execute_id: 'id',
        execute_status: 'text',
        bot_id: 'id',
        connector_id: 'id',
        connector_uid: 'text',
        run_mode: 'integer',
        logid: 'text',
        create_time: 'integer',
        update_time: 'integer',
        output: 'text',
        is_output_trimmed: 'boolean',
        error_code: 'text',
        error_message: 'text',
        debug_url: 'text',
        node_execute_status: 'map',
        usage,
        'interrupt_data?': interrupt,
      },
    ],
  },
  get_node_execute_history_response: { data: { is_finish: 'boolean', node_output: 'text' } },
};

/** The `data` of the events of 执行工作流（流式响应）. */
export const workflowEventShapes: Readonly<Record<string, Shape>> = {
  Message: {
    content: 'text',
    node_title: 'text',
    node_seq_id: 'text',
    node_is_finish: 'boolean',
    'content_type?': 'text',
    'ext?': 'map',
    'usage?': usage,
    'node_id?': 'text',
    'node_execute_uuid?': 'text',
    'cost?': 'text',
    'token?': 'integer',
  },
  Interrupt: { interrupt_data: interrupt, node_title: 'text' },
  Error: { error_code: 'integer', error_message: 'text' },
  Done: { debug_url: 'text' },
  PING: {},
};
