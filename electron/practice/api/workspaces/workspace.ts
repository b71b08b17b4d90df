import { world } from '../../world.ts';

export type WorkspaceRole = 'owner' | 'admin' | 'member';

export interface WorkspaceMember {
  readonly userId: string;
  readonly role: WorkspaceRole;
}

export interface Workspace {
  readonly id: string;
  /** The account that owns it: a user's id, or an organisation's. */
  readonly accountId: string;
  /** Empty for a personal account. */
  readonly enterpriseId: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'personal' | 'team';
  /** The first is the owner. */
  readonly members: readonly WorkspaceMember[];
}

/** The workspace of the user, and that of the account which the cross-account token path reaches. */
export const firstWorkspaces: readonly Workspace[] = [
  {
    id: world.workspaceId,
    accountId: world.userId,
    enterpriseId: '',
    name: '练习空间',
    description: '练习用的扣子里你自己的空间。',
    type: 'personal',
    members: [{ userId: world.userId, role: 'owner' }],
  },
  {
    id: '7376202366292955571',
    accountId: world.accountId,
    enterpriseId: world.enterpriseId,
    name: '协作空间',
    description: '属于另一个账号，跨账号的令牌才能访问。',
    type: 'team',
    members: [
      { userId: '2478774393250001247', role: 'owner' },
      { userId: world.userId, role: 'admin' },
    ],
  },
];
