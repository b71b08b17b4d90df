import { refuseCall } from '../../refusal.ts';
import { world } from '../../world.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown } from '../call-checks.ts';
import { objectsOf, textOf } from '../members-of.ts';
import { findPerson } from '../people.ts';
import { play } from '../play.ts';
import { requireKnown } from '../resources.ts';
import type { EnterpriseMember } from './enterprise.ts';

/** Ticks `resource-known`: the enterprise is the one that there is. */
export function requireEnterprise({ param, sheet }: ApiCall): void {
  const id = param('enterprise_id');
  sheet.pass('resource-known', id === world.enterpriseId ? null : refuseUnknown('enterprise_id', id));
}

const requireMember = (call: ApiCall): EnterpriseMember =>
  requireKnown(call, call.state.holdings.enterpriseMembers, 'user_id', call.param('user_id'));

/** Ticks `values`: who takes over is somebody else in the enterprise. */
export function requireReceiver({ body, sheet, state }: ApiCall, leavingId: string): void {
  const id = textOf(body, 'receiver_user_id');
  const isThere = id !== leavingId && state.holdings.enterpriseMembers.find(id) !== null;
  sheet.pass('values', isThere ? null : refuseUnknown('receiver_user_id', id));
}

const roles = ['enterprise_admin', 'enterprise_member'];

/** 添加企业员工: one at a time. */
const addMember = play('add_enterprise_member', {
  checks: ['resource-known', 'values'],
  answer: (call) => {
    requireEnterprise(call);
    const { body, sheet, state } = call;
    const [user, ...others] = objectsOf(body, 'users');
    const [id, role] = user === undefined ? ['', ''] : [textOf(user, 'user_id'), textOf(user, 'role')];
    const isWhole = id !== '' && others.length === 0 && roles.includes(role);
    sheet.pass(
      'values',
      isWhole ? null : refuseParameter('users', `one user with user_id and role ${roles.join(' | ')}`),
    );
    if (findPerson(id) === null) sheet.fail('values', refuseUnknown('user_id', id));
    if (state.holdings.enterpriseMembers.find(id) !== null) {
      sheet.fail('values', refuseCall(4201, `user_id=${id} is a member already`, { seen: id }));
    }
    state.holdings.enterpriseMembers.put({ id, role });
    return {};
  },
});

/** 修改企业员工角色. */
const updateMember = play('update_enterprise_people', {
  checks: ['resource-known'],
  answer: (call) => {
    requireEnterprise(call);
    const member = requireMember(call);
    call.state.holdings.enterpriseMembers.put({ ...member, role: textOf(call.body, 'role') });
    return {};
  },
});

/** 移除企业员工, from every organisation too. */
const removeMember = play('remove_enterprise_member', {
  checks: ['resource-known', 'values'],
  answer: (call) => {
    requireEnterprise(call);
    const { id } = requireMember(call);
    requireReceiver(call, id);
    const { enterpriseMembers, organizations } = call.state.holdings;
    enterpriseMembers.remove(id);
    for (const organization of organizations.list()) {
      const members = organization.members.filter(({ userId }) => userId !== id);
      organizations.put({ ...organization, members });
    }
    return {};
  },
});

export const enterpriseMemberEndpoints: readonly ApiEndpoint[] = [addMember, updateMember, removeMember];
