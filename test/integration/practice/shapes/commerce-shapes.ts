import type { Shapes } from './shape.ts';

const quota = {
  benefit_type: 'text',
  active_mode: 'text',
  started_at: 'integer',
  ended_at: 'integer',
  limit: 'integer',
  status: 'text',
  trigger_unit: 'text',
  trigger_time: 'integer',
  entity_type: 'text',
  'entity_id?': 'text',
} as const;

const bill = {
  task_id: 'id',
  status: 'text',
  started_at: 'integer',
  ended_at: 'integer',
  created_at: 'integer',
  expires_at: 'integer',
  file_urls: ['text'],
} as const;

const counter = {
  status: 'text',
  item_info: {
    start_at: 'integer',
    end_at: 'integer',
    strategy: 'text',
    total: 'number',
    used: 'number',
  },
} as const;

const callbackApp = {
  id: 'id',
  name: 'text',
  app_type: 'text',
  callback_url: 'text',
  verify_token: 'text',
  'connector_id?': 'id',
} as const;

/** Pages of 设备配额, 账单, 权益, 回调 and 渠道. */
export const commerceShapes: Shapes = {
  create_device_quotas: { data: { benefit_info: { ...quota, benefit_id: 'id' } } },
  get_device_quotas: { data: { benefit_infos: [quota], has_more: 'boolean', page_token: 'text' } },
  update_device_quotas: {},
  create_bill_task: { data: bill },
  billing_file: { data: { task_infos: [bill], total: 'integer' } },
  get_benefit: {
    data: {
      basic_info: { user_level: 'text' },
      benefit_info: [
        { benefit_type: 'text', resource_id: 'text', basic: counter, effective: counter, extra: [counter] },
      ],
    },
  },
  create_callback_app: { data: callbackApp },
  list_callback_app: { data: { items: [callbackApp], has_more: 'boolean', next_page_token: 'text' } },
  update_callback_app: {},
  delete_callback_app: {},
  subscribe_callback_message: {},
  unsubscribe_callback_message: {},
  list_subscribed_callback_message: {
    data: {
      items: [{ api_app_id: 'id', name: 'text', event_type: 'text', description: 'text' }],
      has_more: 'boolean',
      next_page_token: 'text',
    },
  },
  update_review_result: {},
  install_channel: {},
  bind_connector_config: {},
};
