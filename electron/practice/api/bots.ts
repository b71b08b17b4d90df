import type { CozeValue } from '../coze-json.ts';
import { type PracticeBot, world } from '../world.ts';
import type { ApiEndpoint } from './api-endpoint.ts';
import {
  onPage,
  refuseParameter,
  requireBot,
  requirePage,
  requireQuery,
  requireWorkspace,
} from './call-checks.ts';
import { reachesBot } from './permission.ts';

const publishStatuses = ['all', 'published_online', 'published_draft', 'unpublished_draft'];

/** 查看智能体列表. Both agents are published, so the two draft states list none. */
export const listBots: ApiEndpoint = {
  method: 'GET',
  path: '/v1/bots',
  permissions: ['listBot'],
  checks: ['parameters', 'publish-status', 'page', 'workspace-known'],
  answer: (call) => {
    const { workspace_id } = requireQuery(call, ['workspace_id']);
    const status = call.query('publish_status') ?? 'published_online';
    call.sheet.pass(
      'publish-status',
      publishStatuses.includes(status)
        ? null
        : refuseParameter('publish_status', publishStatuses.join(' | '), status),
    );
    const page = requirePage(call, 'page_num');
    requireWorkspace(call, 'workspace_id', workspace_id);
    const bots = status === 'all' || status === 'published_online' ? botsWithin(call.token.scope) : [];
    return { data: { items: onPage(bots, page).map(listItem), total: bots.length } };
  },
};

/** 【Deprecated】查看已发布智能体列表. */
export const listPublishedBots: ApiEndpoint = {
  method: 'GET',
  path: '/v1/space/published_bots_list',
  permissions: ['getPublishedBot'],
  checks: ['parameters', 'page', 'workspace-known'],
  answer: (call) => {
    const { space_id } = requireQuery(call, ['space_id']);
    const page = requirePage(call, 'page_index');
    requireWorkspace(call, 'space_id', space_id);
    const bots = botsWithin(call.token.scope);
    return { data: { space_bots: onPage(bots, page).map(publishedItem), total: bots.length } };
  },
};

/** 查看智能体配置. The draft of an agent is the same as its published version. */
export const getBot: ApiEndpoint = {
  method: 'GET',
  path: '/v1/bots/:bot_id',
  permissions: ['getMetadata'],
  checks: ['bot-allowed', 'bot-known'],
  answer: (call) => ({ data: botInfo(requireBot(call, call.param('bot_id'), 'getMetadata')) }),
};

/** 【Deprecated】获取已发布智能体的配置: the example of the channel page. */
export const getOnlineBot: ApiEndpoint = {
  method: 'GET',
  path: '/v1/bot/get_online_info',
  permissions: ['getMetadata'],
  checks: ['parameters', 'bot-allowed', 'bot-known'],
  answer: (call) => {
    const { bot_id } = requireQuery(call, ['bot_id']);
    return { data: botInfo(requireBot(call, bot_id, 'getMetadata')) };
  },
};

function botsWithin(scope: Parameters<typeof reachesBot>[0]): readonly PracticeBot[] {
  return world.bots.filter((bot) => reachesBot(scope, bot.id));
}

function listItem(bot: PracticeBot): CozeValue {
  return {
    id: BigInt(bot.id),
    name: bot.name,
    description: bot.description,
    icon_url: '',
    is_published: true,
    published_at: bot.publishedAt,
    updated_at: bot.publishedAt,
    owner_user_id: BigInt(world.userId),
    folder_id: BigInt(world.folderId),
  };
}

function publishedItem(bot: PracticeBot): CozeValue {
  return {
    bot_id: BigInt(bot.id),
    bot_name: bot.name,
    description: bot.description,
    icon_url: '',
    publish_time: String(bot.publishedAt),
  };
}

function botInfo(bot: PracticeBot): CozeValue {
  return {
    bot_id: BigInt(bot.id),
    name: bot.name,
    description: bot.description,
    icon_url: '',
    create_time: bot.publishedAt,
    update_time: bot.publishedAt,
    version: String(bot.publishedAt * 1000),
    bot_mode: 0,
    owner_user_id: BigInt(world.userId),
    folder_id: BigInt(world.folderId),
    prompt_info: { prompt: bot.prompt },
    onboarding_info: { prologue: bot.prologue, suggested_questions: ['令牌多久过期？', '什么是 jti？'] },
    model_info: { model_id: 7_000_000_001n, model_name: '练习模型', temperature: 0.8, max_tokens: 4096 },
    plugin_info_list: [],
    workflow_info_list: [],
    knowledge: { knowledge_infos: [] },
  };
}
