import { describe, expect, test } from 'vitest';
import { people } from '../../../electron/practice/api/people.ts';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import { startDocumentedBench } from './documented.ts';
import { clientId } from './practice-bench.ts';
import { workspaceShapes } from './shapes/workspace-shapes.ts';

const { bench, ok, refused, normalToken } = startDocumentedBench(workspaceShapes);

const { workspaceId, accountId, userId, folderId } = practiceWorld;
const foreignWorkspace = '7376202366292955571';
const colleague = people[1]?.id ?? '';

const create = async (token?: string) => {
  const body = { name: '新空间', description: '说明' };
  const { data } = await ok('create_workspace', { body, ...(token && { token }) });
  return (data as { id: string }).id;
};

describe('a workspace', () => {
  test('is created, listed, changed and listed again', async () => {
    const id = await create();
    await ok('update_workspace_info', { with: { workspace_id: id }, body: { name: '改过的空间' } });
    const { data } = await ok('list_workspace');
    expect(data).toMatchObject({
      total_count: 2,
      workspaces: [
        { id: workspaceId, role_type: 'owner', workspace_type: 'personal', enterprise_id: '' },
        { id, name: '改过的空间', description: '说明', owner_uid: userId, joined_status: 'joined' },
      ],
    });
  });

  test('is listed by page', async () => {
    await create();
    const { data } = await ok('list_workspace', { with: { page_num: '2', page_size: '1' } });
    expect(data).toMatchObject({ total_count: 2, workspaces: [{ name: '新空间' }] });
  });

  test.each([
    [{ description: 'x' }, 4000],
    [{ name: 'x'.repeat(51), description: 'x' }, 4000],
    [{ name: 7, description: 'x' }, 4000],
    [{ name: 'x', description: 'x', owner_uid: '1' }, 4200],
  ])('is not created from %j', async (body, code) => {
    expect((await refused('create_workspace', { body })).code).toBe(code);
  });

  test('takes members, tells them apart and lets them go', async () => {
    const id = await create();
    const users = [
      { user_id: colleague, role_type: 'member' },
      { user_id: userId, role_type: 'admin' },
      { user_id: '99', role_type: 'member' },
    ];
    const added = await ok('add_space_member', { with: { workspace_id: id }, body: { users } });
    expect(added['data']).toMatchObject({
      added_success_user_ids: [colleague],
      already_joined_user_ids: [userId],
      not_exist_user_ids: ['99'],
    });
    const listed = await ok('list_space_member', { with: { workspace_id: id } });
    expect(listed['data']).toMatchObject({
      total_count: 2,
      items: [
        { user_id: userId, role_type: 'owner', user_unique_name: 'practice_user' },
        { user_id: colleague, role_type: 'member', user_nickname: '林同事' },
      ],
    });
    const removed = await ok('remove_space_member', {
      with: { workspace_id: id },
      body: { user_ids: [colleague, userId, '99'] },
    });
    expect(removed['data']).toEqual({
      removed_success_user_ids: [colleague],
      owner_not_support_remove_user_ids: [userId],
      not_in_workspace_user_ids: ['99'],
    });
    const left = await ok('list_space_member', { with: { workspace_id: id } });
    expect(left['data']).toMatchObject({ total_count: 1 });
  });

  test.each([
    ['add_space_member', { users: [] }],
    ['add_space_member', { users: [{ user_id: colleague, role_type: 'owner' }] }],
    ['remove_space_member', { user_ids: [] }],
    ['remove_space_member', { user_ids: Array(6).fill(colleague) }],
  ])('refuses %s with %j: code 4000', async (id, body) => {
    expect((await refused(id, { with: { workspace_id: workspaceId }, body })).code).toBe(4000);
  });

  test('is unknown with code 4200', async () => {
    const unknown = { with: { workspace_id: '1' } };
    expect((await refused('list_space_member', unknown)).code).toBe(4200);
    expect((await refused('update_workspace_info', { ...unknown, body: {} })).code).toBe(4200);
  });
});

describe('a token of the cross-account path', () => {
  test('reaches the workspaces of its account and no others', async () => {
    const token = await normalToken(`account/${accountId}/token`);
    const { data } = await ok('list_workspace', { token });
    expect(data).toMatchObject({
      total_count: 1,
      workspaces: [{ id: foreignWorkspace, role_type: 'admin', workspace_type: 'team' }],
    });
    const own = await refused('list_space_member', { token, with: { workspace_id: workspaceId } });
    expect(own).toEqual({
      code: 4101,
      msg: `The token does not have permission to access workspace_id=${workspaceId}`,
    });
  });

  test('makes workspaces in its account', async () => {
    const token = await normalToken(`account/${accountId}/token`);
    const id = await create(token);
    expect((await ok('list_workspace', { token }))['data']).toMatchObject({ total_count: 2 });
    expect((await refused('list_space_member', { with: { workspace_id: id } })).code).toBe(4101);
  });

  test('is needed to reach them', async () => {
    expect((await refused('list_space_member', { with: { workspace_id: foreignWorkspace } })).code).toBe(
      4101,
    );
  });
});

describe('a list of workspaces', () => {
  test('is refused to the token of a channel app, as its page says', async () => {
    const token = await bench.mint({}, { iss: clientId });
    expect((await refused('list_workspace', { token })).code).toBe(4101);
    expect(
      bench.practice
        .log()
        .at(-1)
        ?.checks.find(({ state }) => state === 'failed')?.name,
    ).toBe('channel-token-allowed');
  });

  test('takes a user and an account together only', async () => {
    expect((await refused('list_workspace', { with: { user_id: userId } })).code).toBe(4000);
    const both = await ok('list_workspace', { with: { user_id: userId, coze_account_id: userId } });
    expect(both['data']).toMatchObject({ total_count: 1 });
  });
});

describe('folders', () => {
  test('are listed one level at a time and read', async () => {
    const root = { workspace_id: workspaceId, folder_type: 'development' };
    expect((await ok('workspace_list_folder', { with: root }))['data']).toMatchObject({
      total_count: 1,
      has_more: false,
      items: [{ id: folderId, children_count: 1 }],
    });
    const inner = await ok('workspace_list_folder', { with: { ...root, parent_folder_id: folderId } });
    expect(inner['data']).toMatchObject({ items: [{ name: '归档', parent_folder_id: folderId }] });
    const { data } = await ok('workspace_read_folder', { with: { folder_id: folderId } });
    expect(data).toMatchObject({ id: folderId, workspace_id: workspaceId });
  });

  test.each([
    ['workspace_list_folder', { folder_type: 'development' }, 4000],
    ['workspace_list_folder', { workspace_id: workspaceId, folder_type: 'library' }, 4000],
    ['workspace_list_folder', { workspace_id: '1', folder_type: 'development' }, 4200],
    ['workspace_read_folder', { folder_id: '1' }, 4200],
  ])('are refused by %s with %j', async (id, parameters, code) => {
    expect((await refused(id, { with: parameters })).code).toBe(code);
  });
});
