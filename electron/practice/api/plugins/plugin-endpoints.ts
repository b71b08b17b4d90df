import type { CozeValue } from '../../coze-json.ts';
import { world } from '../../world.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown } from '../call-checks.ts';
import { objectOf, textOf } from '../members-of.ts';
import { pageOf } from '../pages.ts';
import { play } from '../play.ts';
import { requireKnown } from '../resources.ts';
import { findPlugin, type Plugin, type PluginTool, pluginCategories, plugins } from './plugin.ts';

/** 查询插件列表: the practice store. */
const listPlugins = play('list_plugin', {
  checks: ['page'],
  answer: (call) => {
    const page = pageOf(
      call,
      sorted(
        call,
        plugins.filter((plugin) => isAskedFor(call, plugin)),
      ),
    );
    return { data: { items: page.items.map(productData), has_more: page.hasMore } };
  },
});

function isAskedFor({ query }: ApiCall, plugin: Plugin): boolean {
  const keyword = query('keyword');
  const official = query('is_official');
  const categories = query('category_ids')?.split(',') ?? [];
  if (keyword !== null && !`${plugin.name}${plugin.description}`.includes(keyword)) return false;
  if (official !== null && (official.toLowerCase() === 'true') !== plugin.isOfficial) return false;
  return categories.length === 0 || categories.includes(plugin.categoryId);
}

function sorted({ query }: ApiCall, found: readonly Plugin[]): readonly Plugin[] {
  if (query('sort_type') === 'newest') return found.toSorted((a, b) => b.listedAt - a.listedAt);
  return found.toSorted((a, b) => b.heat - a.heat);
}

/** 查询插件分类. */
const listCategories = play('list_plugin_category', {
  checks: ['values', 'page'],
  answer: (call) => {
    const type = call.query('entity_type') ?? '';
    call.sheet.pass('values', type === 'plugin' ? null : refuseParameter('entity_type', 'plugin', type));
    const page = pageOf(call, pluginCategories);
    const items = page.items.map(({ id, name }) => ({ id: BigInt(id), name }));
    return { data: { items, has_more: page.hasMore } };
  },
});

/** 批量查询插件详情: at most 20 at a time. */
const getPlugins = play('batch_get_plugins_info', {
  checks: ['values', 'resource-known'],
  answer: (call) => {
    const ids = (call.query('ids') ?? '').split(',');
    call.sheet.pass('values', ids.length <= 20 ? null : refuseParameter('ids', 'at most 20 ids', ids.length));
    const unknown = ids.find((id) => findPlugin(id) === null);
    call.sheet.pass('resource-known', unknown === undefined ? null : refuseUnknown('plugin_id', unknown));
    const found = ids.flatMap((id) => findPlugin(id) ?? []);
    return { data: { items: found.map(pluginData) } };
  },
});

const requirePlugin = (call: ApiCall) =>
  requireKnown(call, { find: findPlugin }, 'plugin_id', call.param('plugin_id'));

/** 查询插件详情. */
const getPlugin = play('get_plugin', {
  checks: ['resource-known'],
  answer: (call) => ({ data: pluginData(requirePlugin(call)) }),
});

/** 调用插件工具: the tool really runs. */
const callTool = play('call_plugin_tool', {
  checks: ['resource-known', 'values'],
  answer: (call) => {
    const plugin = requirePlugin(call);
    const name = textOf(call.body, 'tool_name');
    const tool = plugin.tools.find((each) => each.name === name);
    if (tool === undefined) return call.sheet.fail('values', refuseUnknown('tool_name', name));
    const given = objectOf(call.body, 'arguments');
    const missing = Object.keys(tool.inputs).find((input) => typeof given[input] !== 'string');
    call.sheet.pass(
      'values',
      missing === undefined ? null : refuseParameter(`arguments.${missing}`, 'a text', given[missing]),
    );
    const inputs = Object.fromEntries(Object.keys(tool.inputs).map((input) => [input, textOf(given, input)]));
    return { data: { result: { output: tool.run(inputs) } } };
  },
});

function toolData({ toolId, name, description, inputs }: PluginTool): CozeValue {
  const properties = Object.fromEntries(
    Object.entries(inputs).map(([input, use]) => [input, { type: 'string', description: use }]),
  );
  return {
    tool_id: BigInt(toolId),
    name,
    description,
    inputSchema: { type: 'object', required: Object.keys(inputs), properties },
    outputSchema: { type: 'object', properties: { output: { type: 'string' } } },
  };
}

function pluginData(plugin: Plugin): CozeValue {
  const url = `/v1/plugins/${plugin.id}`;
  const headers = { Authorization: `Bearer \${COZE_API_TOKEN}` };
  return {
    plugin_id: BigInt(plugin.id),
    name: plugin.name,
    name_for_model: plugin.nameForModel,
    description: plugin.description,
    icon_url: '',
    is_call_available: true,
    created_at: plugin.listedAt,
    updated_at: plugin.listedAt,
    mcp_json: JSON.stringify({ mcpServers: { [`coze_plugin_${plugin.nameForModel}`]: { url, headers } } }),
    tools: plugin.tools.map(toolData),
  };
}

function productData(plugin: Plugin): CozeValue {
  const category = pluginCategories.find(({ id }) => id === plugin.categoryId);
  return {
    metainfo: {
      product_id: BigInt(plugin.productId),
      entity_id: BigInt(plugin.id),
      entity_type: 'plugin',
      entity_version: '1',
      name: plugin.name,
      description: plugin.description,
      icon_url: '',
      is_official: plugin.isOfficial,
      listed_at: plugin.listedAt,
      paid_type: 'paid',
      category: { id: BigInt(plugin.categoryId), name: category?.name ?? '' },
      user_info: {
        user_id: BigInt(world.userId),
        user_name: world.userName,
        nick_name: world.nickName,
        avatar_url: '',
      },
    },
    plugin_info: {
      description: plugin.description,
      heat: plugin.heat,
      favorite_count: 0,
      total_tools_count: plugin.tools.length,
      is_call_available: true,
      call_count: 0,
      bots_use_count: 0,
      associated_bots_use_count: 0,
      avg_exec_duration_ms: 0,
      success_rate: 1,
    },
  };
}

/** `mget` stands before the path parameter that it would match. */
export const pluginEndpoints: readonly ApiEndpoint[] = [
  listPlugins,
  listCategories,
  getPlugins,
  getPlugin,
  callTool,
];
