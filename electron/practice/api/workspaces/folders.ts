import type { CozeValue } from '../../coze-json.ts';
import { world } from '../../world.ts';
import type { ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter, requireWorkspace } from '../call-checks.ts';
import { pageOf } from '../pages.ts';
import { play } from '../play.ts';
import { requireKnown } from '../resources.ts';
import { createShelf } from '../shelf.ts';

interface Folder {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Null: at the root of the workspace. */
  readonly parentId: string | null;
}

// No API makes a folder, so these are all there ever are.
const folders = createShelf<Folder>([
  { id: world.folderId, name: '练习智能体', description: '练习用的智能体都在这里。', parentId: null },
  { id: '7523161255335420029', name: '归档', description: '不再使用的智能体。', parentId: world.folderId },
]);

/** 查看文件夹列表: one level; the root when `parent_folder_id` is absent or 0. */
const listFolders = play('workspace_list_folder', {
  checks: ['values', 'workspace-known', 'workspace-allowed', 'page'],
  answer: (call) => {
    const type = call.query('folder_type') ?? '';
    call.sheet.pass(
      'values',
      type === 'development' ? null : refuseParameter('folder_type', 'development', type),
    );
    const workspace = requireWorkspace(call, 'workspace_id', call.query('workspace_id') ?? '');
    const parent = call.query('parent_folder_id') ?? '0';
    const found = workspace.id === world.workspaceId ? childrenOf(parent === '0' ? null : parent) : [];
    const page = pageOf(call, found);
    return {
      data: {
        items: page.items.map((folder) => ({
          ...folderData(folder),
          children_count: childrenOf(folder.id).length,
        })),
        total_count: found.length,
        has_more: page.hasMore,
      },
    };
  },
});

/** 查看文件夹详情. */
const readFolder = play('workspace_read_folder', {
  checks: ['resource-known', 'workspace-known', 'workspace-allowed'],
  answer: (call) => {
    const folder = requireKnown(call, folders, 'folder_id', call.param('folder_id'));
    requireWorkspace(call, 'workspace_id', world.workspaceId);
    return { data: folderData(folder) };
  },
});

function childrenOf(parentId: string | null): readonly Folder[] {
  return folders.list().filter((folder) => folder.parentId === parentId);
}

function folderData({ id, name, description, parentId }: Folder): {
  readonly [name: string]: CozeValue | undefined;
} {
  return {
    id: BigInt(id),
    name,
    description,
    workspace_id: BigInt(world.workspaceId),
    creator_user_id: BigInt(world.userId),
    folder_type: 'development',
    parent_folder_id: parentId === null ? undefined : BigInt(parentId),
  };
}

export const folderEndpoints: readonly ApiEndpoint[] = [listFolders, readFolder];
