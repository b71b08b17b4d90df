import type { CozeValue } from '../../coze-json.ts';
import { world } from '../../world.ts';
import type { ApiEndpoint } from '../api-endpoint.ts';
import { onPage, refuseUnknown, requirePage, requireWorkspace } from '../call-checks.ts';
import { play } from '../play.ts';
import type { LowCodeApp } from './app.ts';

/** 查看应用列表. */
const listApps = play('published_apps_list', {
  checks: ['page', 'workspace-known', 'workspace-allowed', 'resource-known'],
  answer: (call) => {
    const page = requirePage(call, 'page_num');
    const workspace = requireWorkspace(call, 'workspace_id', call.query('workspace_id') ?? '');
    const status = call.query('publish_status') ?? 'published_online';
    const connectorId = call.query('connector_id');
    call.sheet.pass(
      'resource-known',
      connectorId === null || connectorId === world.connectorId
        ? null
        : refuseUnknown('connector_id', connectorId),
    );
    const listed = call.state.holdings.apps
      .list()
      .filter(({ workspaceId }) => workspaceId === workspace.id)
      .filter(
        ({ publishedAt }) => status === 'all' || (status !== 'unpublished_draft') === (publishedAt !== null),
      );
    return { data: { items: onPage(listed, page).map(appData), total: listed.length } };
  },
});

function appData(app: LowCodeApp): CozeValue {
  return {
    id: BigInt(app.id),
    name: app.name,
    description: app.description,
    icon_url: '',
    is_published: app.publishedAt !== null,
    published_at: app.publishedAt ?? undefined,
    updated_at: app.updatedAt,
    owner_user_id: BigInt(world.userId),
    folder_id: BigInt(world.folderId),
  };
}

export const appEndpoints: readonly ApiEndpoint[] = [listApps];
