import type { CozeValue } from '../../coze-json.ts';
import { refuseCall } from '../../refusal.ts';
import { world } from '../../world.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { onPage, refuseUnknown, requireBot, requirePage, requireWorkspace } from '../call-checks.ts';
import { pageOf } from '../pages.ts';
import { creator } from '../people.ts';
import { reachesBot } from '../permission.ts';
import { play } from '../play.ts';
import { type Agent, type AgentConfig, type AgentVersion, onlineVersion } from './agent.ts';
import { agentInfo, agentItem } from './agent-data.ts';

/** 查看智能体列表: drafts of all, published versions, or the drafts of what is or is not published. */
const listAgents = play('bots_list_draft_published', {
  checks: ['page', 'workspace-known', 'workspace-allowed'],
  answer: (call) => {
    const page = requirePage(call, 'page_num');
    const workspace = requireWorkspace(call, 'workspace_id', call.query('workspace_id') ?? '');
    const listed = agentsIn(call, workspace.id).flatMap((agent) => {
      const config = listedConfig(call, agent);
      return config === null ? [] : [agentItem(agent, config)];
    });
    return { data: { items: onPage(listed, page), total: listed.length } };
  },
});

function agentsIn({ state, token }: ApiCall, workspaceId: string): readonly Agent[] {
  return state.holdings.agents
    .list()
    .filter((agent) => agent.workspaceId === workspaceId && reachesBot(token.scope, agent.id));
}

function listedConfig({ query }: ApiCall, agent: Agent): AgentConfig | null {
  const online = onlineVersion(agent);
  const connectorId = query('connector_id') ?? world.connectorId;
  switch (query('publish_status') ?? 'published_online') {
    case 'all':
      return agent.draft;
    case 'published_draft':
      return online === null ? null : agent.draft;
    case 'unpublished_draft':
      return online === null ? agent.draft : null;
    default:
      return online !== null && agent.connectorIds.includes(connectorId) ? online.config : null;
  }
}

/** 【Deprecated】查看已发布智能体列表: the newest first. */
const listPublishedAgents = play('published_bots_list', {
  checks: ['page', 'workspace-known', 'workspace-allowed'],
  answer: (call) => {
    const page = requirePage(call, 'page_index');
    const workspace = requireWorkspace(call, 'space_id', call.query('space_id') ?? '');
    const online = agentsIn(call, workspace.id).flatMap((agent) => {
      const version = onlineVersion(agent);
      return version === null ? [] : [{ agent, version }];
    });
    online.sort((a, b) => b.version.publishedAt - a.version.publishedAt);
    return { data: { space_bots: onPage(online, page).map(publishedItem), total: online.length } };
  },
});

function publishedItem({
  agent,
  version,
}: {
  readonly agent: Agent;
  readonly version: AgentVersion;
}): CozeValue {
  return {
    bot_id: BigInt(agent.id),
    bot_name: version.config.name,
    description: version.config.description,
    icon_url: '',
    publish_time: String(version.publishedAt),
  };
}

/** 查看智能体配置: the published version, or the draft with `is_published=false`. */
const getAgent = play('get_metadata_draft_published', {
  checks: ['bot-allowed', 'bot-known'],
  answer: (call) => {
    const agent = requireBot(call, call.param('bot_id'), 'getMetadata');
    const isDraft = call.query('is_published')?.toLowerCase() === 'false';
    return { data: agentInfo(agent, isDraft ? agent.draft : requireOnline(call, agent)) };
  },
});

/** 【Deprecated】获取已发布智能体的配置: the example of the channel page. */
const getOnlineAgent = play('get_metadata', {
  checks: ['bot-allowed', 'bot-known'],
  answer: (call) => {
    const agent = requireBot(call, call.query('bot_id') ?? '', 'getMetadata');
    return { data: agentInfo(agent, requireOnline(call, agent)) };
  },
});

function requireOnline({ sheet }: ApiCall, agent: Agent): AgentConfig {
  const online = onlineVersion(agent);
  if (online !== null) return online.config;
  if (agent.versions.length > 0) return sheet.fail('bot-known', refuseUnknown('bot_id', agent.id));
  return sheet.fail(
    'bot-known',
    refuseCall(4015, `The bot_id=${agent.id} is not published`, { seen: agent.id }),
  );
}

/** 查看智能体版本列表: the newest first; of the draft there is one. */
const listVersions = play('list_bot_versions', {
  checks: ['bot-allowed', 'bot-known', 'page'],
  answer: (call) => {
    const agent = requireBot(call, call.param('bot_id'), 'Bot.listVersion');
    const isDraft = call.query('publish_status') === 'unpublished_draft';
    const connectorId = call.query('connector_id');
    const versions = agent.versions.filter(
      ({ connectorIds }) => connectorId === null || connectorIds.includes(connectorId),
    );
    const listed = isDraft ? [draftVersion(agent)] : versions.map(versionItem);
    const page = pageOf(call, listed);
    return { data: { items: page.items, has_more: page.hasMore } };
  },
});

function versionItem({ version, publishedAt }: AgentVersion): CozeValue {
  return { version, publish_status: 'published_online', changelog: '', created_at: publishedAt, creator };
}

function draftVersion({ updatedAt }: Agent): CozeValue {
  return { version: '', publish_status: 'unpublished_draft', changelog: '', created_at: updatedAt, creator };
}

export const agentReadEndpoints: readonly ApiEndpoint[] = [
  listAgents,
  getAgent,
  getOnlineAgent,
  listPublishedAgents,
  listVersions,
];
