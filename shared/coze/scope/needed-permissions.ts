import { type Endpoint, endpoints } from '../endpoints.ts';
import { type Permission, permissions } from '../permissions.ts';

/** The name that the documentation gives the chat permission inside a scope. */
export const channelChat = 'Connector.botChat';

/**
 * Endpoints whose page names several permissions of which one set is enough: the copied resource's pair, and the one for
 * official channels or the one for a channel app. All others need every permission that they name.
 */
const alternatives: Readonly<Record<string, readonly (readonly string[])[]>> = {
  copy_resource_task: [
    ['Bot.duplicate', 'Workspace.createBot'],
    ['Project.copy', 'Workspace.createProject'],
    ['Workflow.copy', 'Workspace.createWorkflow'],
  ],
  unpublish_agent: [['disconnectBot'], ['Connector.disconnectBot']],
};

/**
 * The sets of permissions each of which is enough to call `endpoint`; one empty set when it needs none, null when no
 * source says.
 */
export function neededPermissions({ id, permission }: Endpoint): readonly (readonly string[])[] | null {
  if (permission === null) return null;
  return alternatives[id] ?? [permission.split(' + ').filter((name) => name !== '')];
}

/** How a permission is written inside a scope, where that is known to differ from its name in the app. */
export function nameInScope(name: string): string {
  return name === 'chat' ? channelChat : name;
}

const byName: ReadonlyMap<string, Permission> = new Map(
  permissions.map((entry) => [entry.permission, entry]),
);

export function permissionNamed(name: string): Permission | null {
  return byName.get(name) ?? null;
}

function indexNeeding(): ReadonlyMap<string, readonly Endpoint[]> {
  return new Map(
    permissions.map((entry) => {
      const name = entry.permission === channelChat ? 'chat' : entry.permission;
      const found = endpoints.filter(
        (endpoint) =>
          entry.endpoints.includes(endpoint.id) || neededPermissions(endpoint)?.flat().includes(name),
      );
      return [entry.permission, found];
    }),
  );
}

/** Made when it is first asked for: it takes about 10 ms. */
let needing: ReturnType<typeof indexNeeding> | null = null;

/** The endpoints that need the permission `name`. */
export function endpointsNeeding(name: string): readonly Endpoint[] {
  needing ??= indexNeeding();
  return needing.get(name) ?? [];
}

/** True when the documentation refuses channel tokens at every endpoint that needs the permission. */
export function isRefusedToChannels(name: string): boolean {
  const found = endpointsNeeding(name);
  return found.length > 0 && found.every(({ channelToken }) => channelToken === false);
}
