import type { CozeValue } from '../../coze-json.ts';
import { refuseCall } from '../../refusal.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown } from '../call-checks.ts';
import { objectsOf, textOf } from '../members-of.ts';
import { pageOf } from '../pages.ts';
import { findPerson } from '../people.ts';
import { play } from '../play.ts';
import { secondsOf } from '../seconds.ts';
import { type Organization, type OrganizationMember, superAdmin } from './enterprise.ts';
import { requireOrganization } from './organizations.ts';

const roles = [superAdmin, 'organization_admin', 'organization_member', 'organization_guest'];

/** 添加组织成员: from the enterprise, all or none. */
const addMembers = play('add_organization_people', {
  checks: ['resource-known', 'values'],
  answer: (call) => {
    const organization = requireOrganization(call);
    const added = objectsOf(call.body, 'organization_people').map((person): OrganizationMember => {
      const userId = textOf(person, 'user_id');
      const role = textOf(person, 'organization_role_type');
      requireNewMember(call, organization, userId, role);
      return { userId, role, joinedAt: secondsOf(call) };
    });
    call.sheet.pass('values', added.length > 0 ? null : refuseParameter('organization_people', 'not empty'));
    const members = [...organization.members, ...added];
    call.state.holdings.organizations.put({ ...organization, members });
    return {};
  },
});

function requireNewMember(
  { sheet, state }: ApiCall,
  { members }: Organization,
  id: string,
  role: string,
): void {
  if (!roles.includes(role)) {
    sheet.fail('values', refuseParameter('organization_role_type', roles.join(' | '), role));
  }
  if (state.holdings.enterpriseMembers.find(id) === null) sheet.fail('values', refuseUnknown('user_id', id));
  const isMember = members.some(({ userId }) => userId === id);
  sheet.pass('values', isMember ? refuseCall(4201, `user_id=${id} is a member already`, { seen: id }) : null);
}

/** 查询组织成员列表. */
const listMembers = play('list_organization_people', {
  checks: ['resource-known', 'page'],
  answer: (call) => {
    const { members } = requireOrganization(call);
    return { data: { items: pageOf(call, members).items.map(memberData), total_count: members.length } };
  },
});

function requireMember(call: ApiCall, { members }: Organization): OrganizationMember {
  const id = call.param('user_id');
  const member = members.find(({ userId }) => userId === id);
  return call.sheet.pass('resource-known', member ?? refuseUnknown('user_id', id));
}

/** 修改组织成员角色. */
const updateMember = play('update_organization_people', {
  checks: ['resource-known'],
  answer: (call) => {
    const organization = requireOrganization(call);
    const member = requireMember(call, organization);
    const role = textOf(call.body, 'organization_role_type');
    const members = organization.members.map((each) => (each === member ? { ...each, role } : each));
    call.state.holdings.organizations.put({ ...organization, members });
    return {};
  },
});

/** 移除组织成员: a super administrator of the organisation takes over. */
const removeMember = play('remove_organization_member', {
  checks: ['resource-known', 'values'],
  answer: (call) => {
    const organization = requireOrganization(call);
    const member = requireMember(call, organization);
    const receiverId = textOf(call.body, 'receiver_user_id');
    const receiver = organization.members.find(({ userId }) => userId === receiverId);
    const isFit = receiver?.role === superAdmin && receiver !== member;
    call.sheet.pass(
      'values',
      isFit ? null : refuseParameter('receiver_user_id', 'another super administrator', receiverId),
    );
    const members = organization.members.filter((each) => each !== member);
    call.state.holdings.organizations.put({ ...organization, members });
    return {};
  },
});

function memberData({ userId, role, joinedAt }: OrganizationMember): CozeValue {
  const person = findPerson(userId);
  return {
    user_id: BigInt(userId),
    user_nickname: person?.nickName ?? '',
    user_unique_name: person?.userName ?? '',
    avatar_url: '',
    organization_role_type: role,
    people_type: 'employee',
    is_valid: true,
    created_at: joinedAt,
  };
}

export const organizationMemberEndpoints: readonly ApiEndpoint[] = [
  addMembers,
  listMembers,
  updateMember,
  removeMember,
];
