import type { Shapes } from './shape.ts';

const folder = {
  id: 'id',
  name: 'text',
  description: 'text',
  workspace_id: 'id',
  creator_user_id: 'id',
  folder_type: 'text',
  'parent_folder_id?': 'id',
} as const;

/** Pages 创建空间, 查看空间列表, 修改空间信息, 空间成员, 查看文件夹列表 and 查看文件夹详情. */
export const workspaceShapes: Shapes = {
  create_workspace: { data: { id: 'id' } },
  list_workspace: {
    data: {
      total_count: 'integer',
      workspaces: [
        {
          id: 'id',
          name: 'text',
          description: 'text',
          icon_url: 'text',
          workspace_type: 'text',
          role_type: 'text',
          enterprise_id: 'text',
          joined_status: 'text',
          owner_uid: 'id',
          admin_uids: ['id'],
        },
      ],
    },
  },
  update_workspace_info: {},
  list_space_member: {
    data: {
      items: [{ user_id: 'id', role_type: 'text', user_nickname: 'text', user_unique_name: 'text' }],
      total_count: 'integer',
    },
  },
  add_space_member: {
    data: {
      added_success_user_ids: ['id'],
      invited_success_user_ids: ['id'],
      not_exist_user_ids: ['id'],
      already_joined_user_ids: ['id'],
      already_invited_user_ids: ['id'],
    },
  },
  remove_space_member: {
    data: {
      removed_success_user_ids: ['id'],
      not_in_workspace_user_ids: ['id'],
      owner_not_support_remove_user_ids: ['id'],
    },
  },
  workspace_list_folder: {
    data: {
      items: [{ ...folder, children_count: 'integer' }],
      total_count: 'integer',
      has_more: 'boolean',
    },
  },
  workspace_read_folder: { data: folder },
};
