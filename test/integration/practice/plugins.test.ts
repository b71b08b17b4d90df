import { describe, expect, test } from 'vitest';
import { plugins } from '../../../electron/practice/api/plugins/plugin.ts';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import { startDocumentedBench } from './documented.ts';
import { startTime } from './practice-bench.ts';
import { pluginShapes } from './shapes/plugin-shapes.ts';

const { bench, ok, refused } = startDocumentedBench(pluginShapes);

const [reverse, count] = plugins.map(({ id }) => id);
const [guide, cat] = practiceWorld.botIds;

describe('plugins', () => {
  test('are found in the store', async () => {
    const list = async (parameters: Record<string, string>) => {
      const { data } = await ok('list_plugin', { with: parameters });
      return (data as { items: readonly { metainfo: { name: string } }[] }).items.map(
        (item) => item.metainfo.name,
      );
    };
    expect(await list({})).toEqual(['倒着写', '数一数']);
    expect(await list({ sort_type: 'newest' })).toEqual(['数一数', '倒着写']);
    expect(await list({ keyword: '倒' })).toEqual(['倒着写']);
    expect(await list({ is_official: 'false' })).toEqual(['数一数']);
    expect(await list({ category_ids: '1' })).toEqual([]);
    expect((await ok('list_plugin_category', { with: { entity_type: 'plugin' } }))['data']).toMatchObject({
      items: [{ name: '文字' }, { name: '时间' }],
    });
    expect((await refused('list_plugin', { with: { sort_type: 'x' } })).code).toBe(4000);
    expect((await refused('list_plugin_category')).code).toBe(4000);
  });

  test('are described, one or several', async () => {
    const one = await ok('get_plugin', { with: { plugin_id: reverse ?? '' } });
    expect(one['data']).toMatchObject({
      name: '倒着写',
      tools: [{ name: 'reverse', inputSchema: { type: 'object', required: ['text'] } }],
    });
    const both = await ok('batch_get_plugins_info', { with: { ids: `${reverse},${count}` } });
    expect(both['data']).toMatchObject({ items: [{ name: '倒着写' }, { name: '数一数' }] });
    expect((await refused('batch_get_plugins_info', { with: { ids: `${reverse},1` } })).code).toBe(4200);
    expect(
      (await refused('batch_get_plugins_info', { with: { ids: Array(21).fill(reverse).join() } })).code,
    ).toBe(4000);
    expect((await refused('get_plugin', { with: { plugin_id: '1' } })).code).toBe(4200);
  });

  test('run their tools', async () => {
    const run = { with: { plugin_id: reverse ?? '' } };
    const { data } = await ok('call_plugin_tool', {
      ...run,
      body: { tool_name: 'reverse', arguments: { text: '薄荷🌿' } },
    });
    expect(data).toEqual({ result: { output: '🌿荷薄' } });
    const codes = [];
    for (const body of [
      { tool_name: 'other', arguments: {} },
      { tool_name: 'reverse', arguments: {} },
      { tool_name: 'reverse' },
    ]) {
      codes.push((await refused('call_plugin_tool', { ...run, body })).code);
    }
    expect(codes).toEqual([4200, 4000, 4000]);
  });

  test.each(['get_plugin', 'batch_get_plugins_info', 'call_plugin_tool'])(
    'are refused to the token of a channel app by %s',
    async (id) => {
      const token = await bench.mint();
      const body = id === 'call_plugin_tool' ? { body: {} } : {};
      const answer = await refused(id, {
        token,
        with: { plugin_id: reverse ?? '', ids: reverse ?? '' },
        ...body,
      });
      expect(answer.code).toBe(4101);
    },
  );
});

describe('variables of a user', () => {
  const set = (value: string, more: object = {}) =>
    ok('update_variable', {
      body: { bot_id: guide, connector_uid: 'u-1', data: [{ keyword: 'nickname', value }], ...more },
    });
  const read = async (more: object = {}) => {
    const { data } = await ok('read_variable', { with: { bot_id: guide, connector_uid: 'u-1', ...more } });
    return (data as { items: readonly object[] }).items;
  };

  test('are set, read and set again', async () => {
    await set('薄荷');
    bench.pass(5000);
    await set('小薄荷');
    expect(await read()).toEqual([
      { keyword: 'nickname', value: '小薄荷', create_time: startTime, update_time: startTime + 5 },
    ]);
    expect(await read({ keywords: 'other,nickname' })).toHaveLength(1);
    expect(await read({ keywords: 'other' })).toEqual([]);
  });

  test('belong to one user of one agent on one channel', async () => {
    await set('薄荷');
    expect(await read({ connector_uid: 'u-2' })).toEqual([]);
    expect(await read({ bot_id: cat })).toEqual([]);
    expect(await read({ connector_id: '999' })).toEqual([]);
    await set('应用里的', { bot_id: undefined, app_id: '7439828073000137211' });
    expect(await read()).toMatchObject([{ value: '薄荷' }]);
  });

  test.each([
    [{ bot_id: undefined }, 4000],
    [{ app_id: '7439828073000137211' }, 4000],
    [{ bot_id: '1' }, 4200],
    [{ bot_id: undefined, app_id: '1' }, 4200],
    [{ connector_id: '7' }, 4000],
    [{ connector_uid: undefined }, 4000],
    [{ data: [] }, 4000],
    [{ data: [{ keyword: 'x' }] }, 4000],
  ])('are not set with %j', async (more, code) => {
    const body = { bot_id: guide, connector_uid: 'u-1', data: [{ keyword: 'x', value: 'y' }], ...more };
    expect((await refused('update_variable', { body })).code).toBe(code);
  });
});
