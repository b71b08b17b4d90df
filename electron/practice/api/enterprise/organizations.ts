import type { CozeValue } from '../../coze-json.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseUnknown } from '../call-checks.ts';
import { textOf } from '../members-of.ts';
import { pageOf } from '../pages.ts';
import { play } from '../play.ts';
import { requireKnown, requireLengths } from '../resources.ts';
import { secondsOf } from '../seconds.ts';
import { type Organization, superAdmin } from './enterprise.ts';
import { requireEnterprise } from './enterprise-members.ts';

const lengths = { name: 30, description: 100 };

/** Ticks `resource-known`. */
export function requireOrganization(call: ApiCall): Organization {
  const id = call.param('organization_id');
  return requireKnown(call, call.state.holdings.organizations, 'organization_id', id);
}

/** 创建组织, with someone of the enterprise as its super administrator. */
const createOrganization = play('create_organization', {
  checks: ['resource-known', 'values'],
  answer: (call) => {
    requireEnterprise(call);
    const { body, sheet, state } = call;
    requireLengths(call, lengths);
    const userId = textOf(body, 'super_admin_user_id');
    sheet.pass(
      'values',
      state.holdings.enterpriseMembers.find(userId) === null
        ? refuseUnknown('super_admin_user_id', userId)
        : null,
    );
    const organization = state.holdings.organizations.put({
      id: String(state.newId()),
      name: textOf(body, 'name'),
      description: textOf(body, 'description'),
      isDefault: false,
      members: [{ userId, role: superAdmin, joinedAt: secondsOf(call) }],
    });
    return { data: { organization_id: BigInt(organization.id) } };
  },
});

/** 修改组织信息: what is empty stays. */
const updateOrganization = play('update_organization_info', {
  checks: ['resource-known', 'values'],
  answer: (call) => {
    const organization = requireOrganization(call);
    requireLengths(call, lengths);
    call.state.holdings.organizations.put({
      ...organization,
      name: textOf(call.body, 'name') || organization.name,
      description: textOf(call.body, 'description') || organization.description,
    });
    return {};
  },
});

/** 查询组织列表. */
const listOrganizations = play('list_organization', {
  checks: ['resource-known', 'page'],
  answer: (call) => {
    requireEnterprise(call);
    const all = call.state.holdings.organizations.list();
    return { data: { items: pageOf(call, all).items.map(organizationData), total_count: all.length } };
  },
});

function organizationData({ id, name, isDefault }: Organization): CozeValue {
  return {
    organization_id: BigInt(id),
    organization_name: name,
    organization_icon_url: '',
    is_default_organization: isDefault,
  };
}

export const organizationEndpoints: readonly ApiEndpoint[] = [
  createOrganization,
  updateOrganization,
  listOrganizations,
];
