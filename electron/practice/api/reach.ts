import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import { type ApiRefusal, refuseCall } from '../refusal.ts';
import type { IssuedToken } from '../token/token-store.ts';
import { world } from '../world.ts';
import type { ApiCall } from './api-endpoint.ts';
import type { Workspace } from './workspaces/workspace.ts';

/**
 * Ticks `token-reach`: the endpoints of the enterprise are for the tokens of an enterprise, all others are not (OAuth
 * JWT 授权（企业特权应用）). An endpoint without a permission is for every token.
 */
export function requireReach({ token, sheet }: ApiCall, entry: Endpoint): void {
  const isForEnterprise = entry.group === 'enterprise';
  const isEnterprise = token.path.kind === 'enterprise';
  const reaches = isForEnterprise === isEnterprise || entry.permission === null || entry.permission === '';
  sheet.pass(
    'token-reach',
    reaches
      ? null
      : refuseCall(4101, `The token does not have permission to access ${entry.path} ${entry.permission}`, {
          seen: isEnterprise ? 'enterprise token' : 'no enterprise token',
          wanted: isForEnterprise
            ? 'enterprise_id/{enterprise_id}/token'
            : 'token | account/{account_id}/token',
        }),
  );
}

/** Ticks `channel-token-allowed`: some endpoints refuse the tokens of channel apps, as their pages say. */
export function requireChannelAllowed({ token, sheet }: ApiCall, { path, permission }: Endpoint): void {
  const refused = refuseCall(4101, `The token does not have permission to access ${path} ${permission}`, {
    seen: token.appType,
    wanted: 'normal',
  });
  sheet.pass('channel-token-allowed', token.appType === 'channel' ? refused : null);
}

/** True when the token's account is the one that the workspace belongs to. */
export function reachesWorkspace({ path }: IssuedToken, { accountId }: Workspace): boolean {
  switch (path.kind) {
    case 'plain':
      return accountId === world.userId;
    case 'account':
      return accountId === path.id;
    case 'enterprise':
      return false;
  }
}

/** Code 4101 when the workspace belongs to another account than the token's, else null. */
export function refuseWorkspace(
  { token }: Pick<ApiCall, 'token'>,
  workspace: Workspace,
  name: string,
): ApiRefusal | null {
  if (reachesWorkspace(token, workspace)) return null;
  return refuseCall(4101, `The token does not have permission to access ${name}=${workspace.id}`, {
    seen: workspace.id,
  });
}

/** The workspaces that the token reaches. */
export function workspacesWithin({ token, state }: ApiCall): readonly Workspace[] {
  return state.holdings.workspaces.list().filter((workspace) => reachesWorkspace(token, workspace));
}
