import { describe, expect, test } from 'vitest';
import { people } from '../../../electron/practice/api/people.ts';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import { startDocumentedBench } from './documented.ts';
import { startTime } from './practice-bench.ts';
import { enterpriseShapes } from './shapes/enterprise-shapes.ts';

const { bench, ok, refused, normalToken } = startDocumentedBench(enterpriseShapes);

const { enterpriseId, accountId, userId, workspaceId } = practiceWorld;
const [, lin = '', wang = ''] = people.map(({ id }) => id);
const enterprise = { enterprise_id: enterpriseId };
const tokenPath = `enterprise_id/${enterpriseId}/token`;

const organizationMembers = async (token: string, organization_id: string) => {
  const { data } = await ok('list_organization_people', { token, with: { organization_id } });
  return (data as { items: readonly object[] }).items;
};

describe('an enterprise', () => {
  test('takes people, changes their role and lets them go', async () => {
    const token = await normalToken(tokenPath);
    const users = [{ user_id: wang, role: 'enterprise_member' }];
    const add = { token, with: enterprise, body: { users } };
    await ok('add_enterprise_member', add);
    expect((await refused('add_enterprise_member', add)).code).toBe(4201);
    const of = { token, with: { ...enterprise, user_id: wang } };
    await ok('update_enterprise_people', { ...of, body: { role: 'enterprise_admin' } });
    await ok('remove_enterprise_member', { ...of, body: { receiver_user_id: userId } });
    expect(
      (await refused('update_enterprise_people', { ...of, body: { role: 'enterprise_admin' } })).code,
    ).toBe(4200);
  });

  test('lets people go from its organisations too', async () => {
    const token = await normalToken(tokenPath);
    expect(await organizationMembers(token, accountId)).toHaveLength(2);
    const body = { receiver_user_id: userId };
    await ok('remove_enterprise_member', { token, with: { ...enterprise, user_id: lin }, body });
    expect(await organizationMembers(token, accountId)).toMatchObject([{ user_id: userId }]);
  });

  test.each([
    ['add_enterprise_member', enterprise, { users: [] }, 4000],
    ['add_enterprise_member', enterprise, { users: [{ user_id: wang, role: 'x' }] }, 4000],
    ['add_enterprise_member', enterprise, { users: [{ user_id: '1', role: 'enterprise_admin' }] }, 4200],
    ['update_enterprise_people', { ...enterprise, user_id: lin }, { role: 'boss' }, 4000],
    ['remove_enterprise_member', { ...enterprise, user_id: lin }, { receiver_user_id: lin }, 4200],
    ['remove_enterprise_member', { ...enterprise, user_id: lin }, {}, 4000],
    ['create_organization', enterprise, { name: 'x', super_admin_user_id: wang }, 4200],
    ['create_organization', { enterprise_id: 'x' }, { name: 'x', super_admin_user_id: lin }, 4200],
  ])('is refused %s with %j %j', async (id, parameters, body, code) => {
    const token = await normalToken(tokenPath);
    expect((await refused(id, { token, with: parameters, body })).code).toBe(code);
  });
});

describe('an organisation', () => {
  test('is created, listed, changed and has people', async () => {
    const token = await normalToken(tokenPath);
    const created = await ok('create_organization', {
      token,
      with: enterprise,
      body: { name: '研发', super_admin_user_id: userId },
    });
    const { organization_id } = created['data'] as { organization_id: string };
    await ok('update_organization_info', { token, with: { organization_id }, body: { name: '研发部' } });
    expect((await ok('list_organization', { token, with: enterprise }))['data']).toMatchObject({
      total_count: 2,
      items: [
        { organization_id: accountId, is_default_organization: true },
        { organization_id, organization_name: '研发部', is_default_organization: false },
      ],
    });
    const person = { user_id: lin, organization_role_type: 'organization_member' };
    const add = { token, with: { organization_id }, body: { organization_people: [person] } };
    await ok('add_organization_people', add);
    expect((await refused('add_organization_people', add)).code).toBe(4201);
    const of = { token, with: { organization_id, user_id: lin } };
    await ok('update_organization_people', { ...of, body: { organization_role_type: 'organization_admin' } });
    expect(await organizationMembers(token, organization_id)).toMatchObject([
      { user_id: userId, organization_role_type: 'organization_super_admin', created_at: startTime },
      { user_id: lin, organization_role_type: 'organization_admin', user_nickname: '林同事', is_valid: true },
    ]);
    await ok('remove_organization_member', { ...of, body: { receiver_user_id: userId } });
    expect(await organizationMembers(token, organization_id)).toHaveLength(1);
  });

  test('hands over to a super administrator only', async () => {
    const token = await normalToken(tokenPath);
    const of = { organization_id: accountId, user_id: userId };
    const answer = await refused('remove_organization_member', {
      token,
      with: of,
      body: { receiver_user_id: lin },
    });
    expect(answer.code).toBe(4000);
  });

  test('is unknown with code 4200', async () => {
    const token = await normalToken(tokenPath);
    const of = { token, with: { organization_id: '1' } };
    expect((await refused('list_organization_people', of)).code).toBe(4200);
    expect((await refused('update_organization_info', { ...of, body: {} })).code).toBe(4200);
  });
});

describe('the token of an enterprise', () => {
  test('is for the enterprise only', async () => {
    const token = await normalToken(tokenPath);
    const calls = ['/v1/workspaces', `/v1/bots?workspace_id=${workspaceId}`, '/v1/conversations?bot_id=1'];
    const codes = [];
    for (const path of calls) codes.push((await bench.call('GET', path, { token })).json.code);
    expect(codes).toEqual([4101, 4101, 4101]);
    expect((await bench.call('GET', '/v1/users/me', { token })).json.code).toBe(0);
  });

  test.each(['token', `account/${accountId}/token`])('is needed there: not one of %s', async (path) => {
    const token = await normalToken(path);
    expect(await refused('list_organization', { token, with: enterprise })).toEqual({
      code: 4101,
      msg: 'The token does not have permission to access /v1/enterprises/:enterprise_id/organizations Enterprise.listOrganization',
    });
    expect(
      bench.practice
        .log()
        .at(-1)
        ?.checks.find(({ state }) => state === 'failed'),
    ).toMatchObject({
      name: 'token-reach',
    });
  });
});
