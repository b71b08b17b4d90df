import { describe, expect, test } from 'vitest';
import { templateId } from '../../../electron/practice/api/agents/copies.ts';
import { people } from '../../../electron/practice/api/people.ts';
import { plugins } from '../../../electron/practice/api/plugins/plugin.ts';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import { startDocumentedBench } from './documented.ts';
import { startTime } from './practice-bench.ts';
import { agentShapes } from './shapes/agent-shapes.ts';

const { bench, ok, refused, normalToken } = startDocumentedBench(agentShapes);

const { workspaceId, accountId, userId, botIds } = practiceWorld;
const [guide] = botIds;
const colleague = people[1]?.id ?? '';
const foreignWorkspace = '7376202366292955571';

const create = async (more: object = {}) => {
  const body = { space_id: workspaceId, name: '新智能体', ...more };
  return ((await ok('create_bot', { body }))['data'] as { bot_id: string }).bot_id;
};

const names = async (parameters: Record<string, string> = {}) => {
  const { data } = await ok('bots_list_draft_published', {
    with: { workspace_id: workspaceId, ...parameters },
  });
  return (data as { items: readonly { name: string }[] }).items.map(({ name }) => name);
};

const scopeOf = (permissions: readonly string[]) => ({
  scope: { account_permission: { permission_list: permissions } },
});

describe('an agent', () => {
  test('is created as a draft, published, changed, read and taken back', async () => {
    const id = await create({ prompt_info: { prompt: '第一版' } });
    expect(await names()).not.toContain('新智能体');
    expect(await names({ publish_status: 'unpublished_draft' })).toEqual(['新智能体']);
    expect((await refused('get_metadata', { with: { bot_id: id } })).code).toBe(4015);

    const published = await ok('publish_bot', { body: { bot_id: id, connector_ids: ['1024'] } });
    expect(published['data']).toMatchObject({ bot_id: id });
    expect(await names()).toContain('新智能体');
    const online = await ok('published_bots_list', { with: { space_id: workspaceId, page_size: '1' } });
    expect(online['data']).toMatchObject({ space_bots: [{ bot_id: id, publish_time: String(startTime) }] });

    await ok('update_bot', {
      body: { bot_id: id, name: '改过', onboarding_info: { prologue: '你好', suggested_questions: ['问'] } },
    });
    const read = async (parameters: object) =>
      (await ok('get_metadata_draft_published', { with: { bot_id: id, ...parameters } }))['data'];
    expect(await read({})).toMatchObject({
      name: '新智能体',
      prompt_info: { prompt: '第一版' },
      onboarding_info: { prologue: '' },
    });
    expect(await read({ is_published: 'false' })).toMatchObject({
      name: '改过',
      prompt_info: { prompt: '第一版' },
      onboarding_info: { prologue: '你好', suggested_questions: ['问'] },
    });
    expect(await names({ publish_status: 'published_draft' })).toContain('改过');

    expect((await ok('get_metadata', { with: { bot_id: id } }))['data']).toMatchObject({ name: '新智能体' });
    await ok('unpublish_agent', { with: { bot_id: id }, body: { connector_id: '1024' } });
    expect(await names()).not.toContain('新智能体');
    expect((await refused('get_metadata', { with: { bot_id: id } })).code).toBe(4200);
  });

  test('keeps its versions, the newest first', async () => {
    const id = await create();
    await ok('publish_bot', { body: { bot_id: id, connector_ids: ['1024'] } });
    bench.pass(60_000);
    await ok('publish_bot', { body: { bot_id: id, connector_ids: ['999'] } });
    const versions = async (parameters: object) =>
      (await ok('list_bot_versions', { with: { bot_id: id, ...parameters } }))['data'];
    expect(await versions({ page_size: '1' })).toMatchObject({
      has_more: true,
      items: [{ publish_status: 'published_online', created_at: startTime + 60, creator: { id: userId } }],
    });
    expect(await versions({ connector_id: '1024' })).toMatchObject({ items: [{ created_at: startTime }] });
    expect(await versions({ publish_status: 'unpublished_draft' })).toMatchObject({
      items: [{ publish_status: 'unpublished_draft' }],
    });
  });

  test('uses plugins and workflows that exist', async () => {
    const [plugin] = plugins;
    const id = await create({
      plugin_id_list: { id_list: [{ plugin_id: plugin?.id, api_id: plugin?.tools[0].toolId }] },
      workflow_id_list: { ids: [{ id: '7436648691700137011' }] },
    });
    const { data } = await ok('get_metadata_draft_published', {
      with: { bot_id: id, is_published: 'false' },
    });
    expect(data).toMatchObject({
      plugin_info_list: [{ plugin_id: plugin?.id, api_info_list: [{ name: 'reverse' }] }],
      workflow_info_list: [{ id: '7436648691700137011' }],
    });
    const unknown = { bot_id: id, plugin_id_list: { id_list: [{ plugin_id: '1', api_id: '1' }] } };
    expect((await refused('update_bot', { body: unknown })).code).toBe(4200);
  });

  test.each([
    ['create_bot', { space_id: workspaceId }, 4000],
    ['create_bot', { space_id: workspaceId, name: 'x'.repeat(21) }, 4000],
    ['create_bot', { space_id: '1', name: 'x' }, 4200],
    ['create_bot', { space_id: foreignWorkspace, name: 'x' }, 4101],
    ['update_bot', { name: 'x' }, 4000],
    ['update_bot', { bot_id: '1' }, 4200],
    ['publish_bot', { bot_id: guide }, 4000],
    ['publish_bot', { bot_id: guide, connector_ids: [] }, 4000],
    ['publish_bot', { bot_id: '1', connector_ids: ['1024'] }, 4200],
  ])('is refused by %s with %j: code %s', async (id, body, code) => {
    expect((await refused(id, { body })).code).toBe(code);
  });

  test('of another workspace is out of reach', async () => {
    const token = await normalToken(`account/${accountId}/token`);
    const answer = await refused('get_metadata', { token, with: { bot_id: guide } });
    expect(answer).toEqual({
      code: 4101,
      msg: `The token does not have permission to access workspace_id=${workspaceId}`,
    });
  });

  test('is taken back from a channel with either of two permissions', async () => {
    const body = { connector_id: '1024' };
    const taken = { with: { bot_id: guide }, body };
    const without = await bench.mint(scopeOf(['getMetadata']));
    expect((await refused('unpublish_agent', { ...taken, token: without })).msg).toContain(
      'disconnectBot or Connector.disconnectBot',
    );
    await ok('unpublish_agent', { ...taken, token: await bench.mint(scopeOf(['Connector.disconnectBot'])) });
  });
});

describe('collaborators', () => {
  const appId = '7439828073000137211';
  const workflowId = '7436648691700137011';

  test.each([
    ['bot', { bot_id: guide }, 'add_bot_collaborator', 'remove_bot_collaborator', 'switch_bot_develop_mode'],
    ['app', { app_id: appId }, 'add_app_collaborator', 'remove_app_collaborator', null],
    [
      'workflow',
      { workflow_id: workflowId },
      'add_workflow_collaborator',
      'remove_workflow_collaborator',
      'switch_workflow_develop_mode',
    ],
  ])('of a %s come and go', async (_, of, add, remove, mode) => {
    const body = { collaborators: [{ user_id: userId }] };
    await ok(add, { with: of, body });
    expect((await refused(add, { with: of, body })).code).toBe(4201);
    if (mode !== null) {
      await ok(mode, { with: of, body: { collaboration_mode: 'collaboration' } });
      const single = { with: of, body: { collaboration_mode: 'single' } };
      expect((await refused(mode, single)).code).toBe(4000);
    }
    await ok(remove, { with: { ...of, user_id: userId } });
    if (mode !== null) await ok(mode, { with: of, body: { collaboration_mode: 'single' } });
    expect((await refused(remove, { with: { ...of, user_id: userId } })).code).toBe(4200);
  });

  test('are members of the workspace', async () => {
    const body = { collaborators: [{ user_id: colleague }] };
    expect((await refused('add_bot_collaborator', { with: { bot_id: guide }, body })).code).toBe(4200);
  });

  test('are refused to the token of a channel app', async () => {
    const body = { collaborators: [{ user_id: userId }] };
    const token = await bench.mint();
    expect((await refused('add_bot_collaborator', { token, with: { bot_id: guide }, body })).code).toBe(4101);
  });
});

describe('apps', () => {
  test('are listed by state', async () => {
    const list = async (publish_status: string) =>
      (await ok('published_apps_list', { with: { workspace_id: workspaceId, publish_status } }))['data'];
    expect(await list('published_online')).toMatchObject({ total: 1, items: [{ name: '练习应用' }] });
    expect(await list('unpublished_draft')).toMatchObject({ items: [{ is_published: false }] });
    expect(await list('all')).toMatchObject({ total: 2 });
  });
});

describe('a copy', () => {
  test('of an agent in its workspace is there at once', async () => {
    const { data } = await ok('copy_resource_task', { body: { entity_id: guide, entity_type: 'bot' } });
    expect(data).not.toHaveProperty('task_id');
    expect(await names({ publish_status: 'unpublished_draft' })).toEqual(['薄荷向导']);
  });

  test.each([
    ['app', '7439828073000137211'],
    ['workflow', '7436648691700137011'],
  ])('of an %s is made by a task', async (entity_type, entity_id) => {
    const copied = await ok('copy_resource_task', { body: { entity_id, entity_type } });
    const { task_id } = copied['data'] as { task_id: string };
    const { data } = await ok('query_resource_copy_execution_result', { with: { task_id } });
    expect(data).toMatchObject({
      task_id,
      entity_type,
      task_status: 'successful',
      source_entity_id: entity_id,
      target_workspace_id: workspaceId,
    });
  });

  test.each([
    [{ entity_id: '1', entity_type: 'bot' }, 4200],
    [{ entity_id: '1', entity_type: 'app' }, 4200],
    [{ entity_id: guide, entity_type: 'dataset' }, 4000],
    [{ entity_id: guide, entity_type: 'bot', to_workspace_id: foreignWorkspace }, 4101],
  ])('is refused for %j', async (body, code) => {
    expect((await refused('copy_resource_task', { body })).code).toBe(code);
  });

  test('needs the two permissions of its kind', async () => {
    const body = { entity_id: guide, entity_type: 'bot' };
    const one = await bench.mint(scopeOf(['Bot.duplicate']));
    expect((await refused('copy_resource_task', { token: one, body })).msg).toContain('Workspace.createBot');
    const both = await bench.mint(scopeOf(['Bot.duplicate', 'Workspace.createBot']));
    await ok('copy_resource_task', { token: both, body });
  });

  test('of a template is an agent', async () => {
    const body = { workspace_id: workspaceId, name: '我的模板' };
    const { data } = await ok('templates_duplicate', { with: { template_id: templateId }, body });
    expect(data).toMatchObject({ entity_type: 'agent' });
    expect(await names({ publish_status: 'all' })).toContain('我的模板');
    expect((await refused('templates_duplicate', { with: { template_id: '1' }, body })).code).toBe(4200);
  });
});
