import { type Endpoint, endpoints } from '../endpoints.ts';
import { channelChat, nameInScope, neededPermissions, permissionNamed } from './needed-permissions.ts';
import type { ScopeReading } from './read-scope.ts';

/**
 * What the sources tell about calling an endpoint with a token of some scope. `allowed`: what it needs is granted;
 * `not-named`: it needs a permission that the scope does not name; `refused`: the documentation refuses channel tokens;
 * `unknown`: no source says.
 */
export type VerdictKind = 'allowed' | 'not-named' | 'refused' | 'unknown';

export type VerdictReason =
  /** The documentation asks for no permission. */
  | 'no-permission'
  /** The scope names it as the documentation does inside a scope. */
  | 'named'
  /** No scope is in force: the app's own permissions decide. */
  | 'app-decides'
  | 'channel-token'
  | 'other-permission'
  /** No source says which permission it needs. */
  | 'undocumented'
  /** The scope names it, but no source shows this name inside a scope. */
  | 'unverified'
  /** The scope has no list of permissions that could be read, or an empty one. */
  | 'no-list';

export interface EndpointVerdict {
  readonly endpoint: Endpoint;
  readonly kind: VerdictKind;
  readonly reason: VerdictReason;
  /** Sets of permissions each of which is enough, for a channel app as a scope has them; null when no source says. */
  readonly needs: readonly (readonly string[])[] | null;
}

/** True for what is called with an access token: all but the endpoints that hand tokens out. */
function takesToken({ group }: Endpoint): boolean {
  return group !== 'auth';
}

interface Granted {
  readonly names: (permission: string) => boolean;
  readonly verified: (permission: string) => boolean;
}

function grantedBy(scope: Pick<ScopeReading, 'permissions' | 'sdkOnlyPermissions'>): Granted {
  const list = new Set(scope.permissions ?? []);
  const elsewhere = new Set(scope.sdkOnlyPermissions);
  const isChat = (name: string) => name === 'chat' && list.has(channelChat);
  return {
    names: (name) => isChat(name) || list.has(name) || elsewhere.has(name),
    verified: (name) => isChat(name) || (list.has(name) && permissionNamed(name)?.verifiedInScope === true),
  };
}

function judgeByScope(
  endpoint: Endpoint,
  scope: Pick<ScopeReading, 'permissions' | 'sdkOnlyPermissions'>,
  needs: readonly (readonly string[])[],
): EndpointVerdict {
  const { names, verified } = grantedBy(scope);
  if (needs.some((set) => set.every(verified))) return { endpoint, kind: 'allowed', reason: 'named', needs };
  if (needs.some((set) => set.every(names)))
    return { endpoint, kind: 'unknown', reason: 'unverified', needs };
  const isListed = (scope.permissions?.length ?? 0) + scope.sdkOnlyPermissions.length > 0;
  if (!isListed) return { endpoint, kind: 'unknown', reason: 'no-list', needs };
  return { endpoint, kind: 'not-named', reason: 'other-permission', needs };
}

function judge(endpoint: Endpoint, scope: ScopeReading, isChannel: boolean): EndpointVerdict {
  const needs = neededPermissions(endpoint);
  if (isChannel && endpoint.channelToken === false) {
    return { endpoint, kind: 'refused', reason: 'channel-token', needs };
  }
  if (needs === null) return { endpoint, kind: 'unknown', reason: 'undocumented', needs };
  if (needs.some((set) => set.length === 0)) {
    return { endpoint, kind: 'allowed', reason: 'no-permission', needs };
  }
  const isInForce = isChannel && !scope.isNone;
  if (!isInForce) return { endpoint, kind: 'allowed', reason: 'app-decides', needs };
  return judgeByScope(endpoint, scope, needs);
}

/**
 * Says of every endpoint of the catalogue whether a token of `scope` may call it, as far as the sources tell. Limits to
 * some agents are not looked at: which agent is called is known only with the request.
 *
 * @param isChannel - for any other app a scope has no effect, and channel tokens are no matter
 */
export function judgeEndpoints(scope: ScopeReading, isChannel: boolean): readonly EndpointVerdict[] {
  return endpoints.filter(takesToken).map((endpoint) => {
    const verdict = judge(endpoint, scope, isChannel);
    const needs = verdict.needs?.map((set) => set.map(nameInScope)) ?? null;
    return isChannel ? { ...verdict, needs } : verdict;
  });
}
