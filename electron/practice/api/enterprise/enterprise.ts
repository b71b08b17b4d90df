import { world } from '../../world.ts';
import { people } from '../people.ts';

/** Someone in the enterprise; the `id` is the user's. */
export interface EnterpriseMember {
  readonly id: string;
  readonly role: string;
}

/** Someone in an organisation of the enterprise. `joinedAt` is in epoch seconds. */
export interface OrganizationMember {
  readonly userId: string;
  readonly role: string;
  readonly joinedAt: number;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly members: readonly OrganizationMember[];
}

export const superAdmin = 'organization_super_admin';

const [, colleague] = people;
const colleagueId = colleague?.id ?? world.userId;

export const firstEnterpriseMembers: readonly EnterpriseMember[] = [
  { id: world.userId, role: 'enterprise_admin' },
  { id: colleagueId, role: 'enterprise_member' },
];

/** The default organisation is the account that the cross-account token path names. */
export const firstOrganizations: readonly Organization[] = [
  {
    id: world.accountId,
    name: '默认组织',
    description: '企业里的每个人都在这里。',
    isDefault: true,
    members: [
      { userId: world.userId, role: superAdmin, joinedAt: 1_735_689_600 },
      { userId: colleagueId, role: 'organization_member', joinedAt: 1_735_689_600 },
    ],
  },
];
