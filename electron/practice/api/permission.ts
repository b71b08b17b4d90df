import { type ApiRefusal, refuseCall } from '../refusal.ts';
import type { GrantedScope } from '../token/scope-shape.ts';

// The only permission that is documented under two names: "["Connector.botChat"] 表示 chat 权限".
const channelNames: Readonly<Record<string, string>> = { chat: 'Connector.botChat' };

function permits(scope: GrantedScope | null, permission: string): boolean {
  const granted = scope?.permissions ?? null;
  if (granted === null) return true;
  const channelName = channelNames[permission];
  return granted.includes(permission) || (channelName !== undefined && granted.includes(channelName));
}

/** Code 4101 with the first of `needed` that `scope` lacks, or null when it has them all. */
export function refusePermission(
  scope: GrantedScope | null,
  needed: readonly string[],
  resource: string,
): ApiRefusal | null {
  const missing = needed.find((permission) => !permits(scope, permission));
  if (missing === undefined) return null;
  return refuseCall(4101, `The token does not have permission to access ${resource} ${missing}`, {
    seen: scope?.permissions?.join(', ') ?? '',
    wanted: [missing, channelNames[missing]].filter((name) => name !== undefined).join(' | '),
  });
}

/** Code 4101 when `scope` has none of `wanted`, each of which would do; null when it has one. */
export function refuseEitherPermission(
  scope: GrantedScope | null,
  wanted: readonly string[],
  resource: string,
): ApiRefusal | null {
  if (wanted.some((permission) => permits(scope, permission))) return null;
  return refuseCall(4101, `The token does not have permission to access ${resource} ${wanted.join(' or ')}`, {
    seen: scope?.permissions?.join(', ') ?? '',
    wanted: wanted.join(' | '),
  });
}

/** True when `scope` lets its token reach the agent. */
export function reachesBot(scope: GrantedScope | null, botId: string): boolean {
  return scope?.botIds?.includes(botId) ?? true;
}

/** Code 4101 when `scope` is limited to other agents, else null. */
export function refuseBot(scope: GrantedScope | null, botId: string, permission: string): ApiRefusal | null {
  if (reachesBot(scope, botId)) return null;
  return refuseCall(4101, `The token does not have permission to access bot_id=${botId} ${permission}`, {
    seen: botId,
    wanted: scope?.botIds?.join(' | ') ?? '',
  });
}
