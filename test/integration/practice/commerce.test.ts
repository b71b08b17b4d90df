import { describe, expect, test } from 'vitest';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import { startDocumentedBench } from './documented.ts';
import { startTime } from './practice-bench.ts';
import { commerceShapes } from './shapes/commerce-shapes.ts';

const { bench, ok, refused } = startDocumentedBench(commerceShapes);

const { workspaceId, botIds } = practiceWorld;
const [guide] = botIds;

describe('quotas of devices', () => {
  const info = { benefit_type: 'resource_point', limit: 100 };
  const asked = { entity_type: 'single_device', benefit_type: 'resource_point' };

  test('are created, listed and changed', async () => {
    const body = { entity_type: 'single_device', entity_id: 'device-1', benefit_info: info };
    const { data } = await ok('create_device_quotas', { body });
    const { benefit_info } = data as { benefit_info: { benefit_id: string } };
    expect(benefit_info).toMatchObject({
      limit: 100,
      status: 'valid',
      trigger_unit: 'never',
      trigger_time: 1,
    });
    await ok('update_device_quotas', {
      with: { benefit_id: benefit_info.benefit_id },
      body: { status: 'frozen', limit: 50 },
    });
    const list = async (more: object) =>
      (await ok('get_device_quotas', { with: { ...asked, ...more } }))['data'];
    expect(await list({ status: 'valid' })).toMatchObject({ benefit_infos: [] });
    expect(await list({})).toMatchObject({
      has_more: false,
      benefit_infos: [{ entity_id: 'device-1', limit: 50, status: 'frozen' }],
    });
  });

  test.each([
    [{ entity_type: 'single_device', benefit_info: info }],
    [{ entity_type: 'other', benefit_info: info }],
    [{ entity_type: 'enterprise_all_devices', benefit_info: { benefit_type: 'x' } }],
    [{ entity_type: 'enterprise_all_devices', benefit_info: { ...info, trigger_unit: 'week' } }],
    [{ entity_type: 'enterprise_all_devices', benefit_info: { ...info, started_at: 2, ended_at: 1 } }],
  ])('are not created from %j', async (body) => {
    expect((await refused('create_device_quotas', { body })).code).toBe(4000);
  });

  test('are unknown with code 4200', async () => {
    expect((await refused('update_device_quotas', { with: { benefit_id: '1' }, body: {} })).code).toBe(4200);
  });
});

describe('bills', () => {
  test('cover whole days, are running for a second and are listed', async () => {
    const body = { started_at: startTime - 200_000, ended_at: startTime - 90_000 };
    const { data } = await ok('create_bill_task', { body });
    expect(data).toMatchObject({ status: 'running', file_urls: [], expires_at: startTime + 7 * 86_400 });
    const { task_id, started_at, ended_at } = data as Record<string, unknown>;
    expect([Number(started_at) % 86_400, (Number(ended_at) + 1) % 86_400]).toEqual([0, 0]);
    bench.pass(1000);
    const list = await ok('billing_file', { with: { task_ids: String(task_id) } });
    expect(list['data']).toMatchObject({ total: 1, task_infos: [{ task_id, status: 'succeed' }] });
    expect((await ok('billing_file', { with: { task_ids: '1' } }))['data']).toMatchObject({ total: 0 });
  });

  test('are not made for today', async () => {
    expect((await refused('create_bill_task', { body: { started_at: startTime } })).code).toBe(4000);
  });
});

describe('benefits', () => {
  test('are listed by kind', async () => {
    const { data } = await ok('get_benefit', {
      with: { benefit_type_list: 'api_run_qps', resource_id: 'chat' },
    });
    expect(data).toMatchObject({
      basic_info: { user_level: 'pro_personal' },
      benefit_info: [{ benefit_type: 'api_run_qps', resource_id: 'chat', extra: [] }],
    });
  });
});

describe('callback apps', () => {
  test('are created, changed, subscribed and deleted', async () => {
    const { data } = await ok('create_callback_app', { body: { app_type: 'normal', name: '通知' } });
    const { id: api_app_id } = data as { id: string };
    await ok('update_callback_app', {
      with: { api_app_id },
      body: { callback_url: 'https://example.com/cb' },
    });
    expect((await ok('list_callback_app', { with: { app_type: 'normal' } }))['data']).toMatchObject({
      items: [{ id: api_app_id, name: '通知', callback_url: 'https://example.com/cb' }],
      has_more: false,
    });
    const event_types = ['bot.published', 'bot.deleted'];
    await ok('subscribe_callback_message', { with: { api_app_id }, body: { event_types } });
    await ok('unsubscribe_callback_message', {
      with: { api_app_id },
      body: { event_types: ['bot.deleted'] },
    });
    const events = await ok('list_subscribed_callback_message', { with: { api_app_id } });
    expect(events['data']).toMatchObject({ items: [{ api_app_id, event_type: 'bot.published' }] });
    await ok('delete_callback_app', { with: { api_app_id } });
    expect((await ok('list_callback_app'))['data']).toMatchObject({ items: [] });
    expect((await refused('delete_callback_app', { with: { api_app_id } })).code).toBe(4200);
  });

  test('of a channel have its id', async () => {
    const { data } = await ok('create_callback_app', {
      body: { app_type: 'connector', connector_id: '1024' },
    });
    expect(data).toMatchObject({ app_type: 'connector', connector_id: '1024' });
  });

  test('are listed by page', async () => {
    for (const name of ['a', 'b']) await ok('create_callback_app', { body: { app_type: 'normal', name } });
    const first = await ok('list_callback_app', { with: { page_size: '1' } });
    expect(first['data']).toMatchObject({ has_more: true, items: [{ name: 'a' }] });
    const { next_page_token } = first['data'] as { next_page_token: string };
    const second = await ok('list_callback_app', { with: { page_size: '1', page_token: next_page_token } });
    expect(second['data']).toMatchObject({ has_more: false, next_page_token: '', items: [{ name: 'b' }] });
  });

  test.each([[{ app_type: 'normal' }], [{ app_type: 'connector' }], [{ app_type: 'x', name: 'x' }], [{}]])(
    'are not created from %j',
    async (body) => {
      expect((await refused('create_callback_app', { body })).code).toBe(4000);
    },
  );

  test('know their events', async () => {
    const { data } = await ok('create_callback_app', { body: { app_type: 'normal', name: 'x' } });
    const { id: api_app_id } = data as { id: string };
    const unknown = { with: { api_app_id }, body: { event_types: ['bot.born'] } };
    expect((await refused('subscribe_callback_message', unknown)).code).toBe(4000);
  });
});

describe('a channel', () => {
  test('reviews an agent, and its verdict holds', async () => {
    const review = (audit_status: number, connector_id = '1024') =>
      ok('update_review_result', { with: { connector_id, bot_id: guide }, body: { audit_status } });
    const isListed = async () => {
      const token = await bench.mint();
      const answer = await bench.call('GET', `/v1/bots?workspace_id=${workspaceId}`, { token });
      return answer.text.includes(guide);
    };
    await review(3);
    expect(await isListed()).toBe(false);
    await review(2);
    expect(await isListed()).toBe(true);
  });

  test('is installed and has devices', async () => {
    const of = { with: { connector_id: '1024' } };
    await ok('install_channel', { ...of, body: { workspace_id: workspaceId } });
    const configs = [{ key: 'device', enums: [{ label: '闹钟', value: 'd-1' }] }];
    await ok('bind_connector_config', { ...of, body: { configs } });
    const codes = [];
    for (const [id, body] of [
      ['install_channel', { workspace_id: '1' }],
      ['install_channel', {}],
      ['bind_connector_config', { configs: [] }],
      ['bind_connector_config', { configs: [{ key: '', enums: [] }] }],
      ['bind_connector_config', { configs, user_id: '1' }],
    ] as const) {
      codes.push((await refused(id, { ...of, body })).code);
    }
    expect(codes).toEqual([4200, 4000, 4000, 4000, 4200]);
  });
});
