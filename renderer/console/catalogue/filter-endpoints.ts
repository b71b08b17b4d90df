import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import { permissionWords } from '../../../shared/coze/scope/permission-words.ts';

export interface EndpointGroup {
  /** `pinned`, `recent` or a group of the catalogue. */
  readonly id: string;
  readonly endpoints: readonly Endpoint[];
}

function haystack(endpoint: Endpoint): string {
  const { name_en, name_zh, path, method, id, permission, group, group_zh } = endpoint;
  const kind = endpoint.streaming === 'ws' ? 'websocket ws' : (endpoint.streaming ?? '');
  return `${name_en} ${name_zh} ${method} ${path} ${id} ${permission ?? ''} ${group} ${group_zh} ${kind} ${permissionWords(endpoint)}`.toLowerCase();
}

/**
 * The entries that hold every word of `query` in a name (either language), path, method, id, group, or a permission's
 * name or meaning, in the catalogue's order and by group. An empty query gives all.
 */
export function filterEndpoints(endpoints: readonly Endpoint[], query: string): readonly EndpointGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) {
    const text = haystack(endpoint);
    if (!words.every((word) => text.includes(word))) continue;
    const group = groups.get(endpoint.group) ?? [];
    group.push(endpoint);
    groups.set(endpoint.group, group);
  }
  return [...groups].map(([id, entries]) => ({ id, endpoints: entries }));
}

function named(ids: readonly string[], endpoints: readonly Endpoint[]): readonly Endpoint[] {
  return ids.flatMap((id) => endpoints.find((endpoint) => endpoint.id === id) ?? []);
}

/**
 * The groups as the tree shows them: pinned and recent ones first. While searching each entry is shown once, where it
 * comes first; else the groups of the catalogue are whole.
 */
export function endpointGroups(
  endpoints: readonly Endpoint[],
  query: string,
  { pinned, recent }: { readonly pinned: readonly string[]; readonly recent: readonly string[] },
): readonly EndpointGroup[] {
  const groups = filterEndpoints(endpoints, query);
  const found = groups.flatMap((group) => group.endpoints);
  const first: readonly EndpointGroup[] = [
    { id: 'pinned', endpoints: named(pinned, found) },
    {
      id: 'recent',
      endpoints: named(
        recent.filter((id) => !pinned.includes(id)),
        found,
      ),
    },
  ];
  const shown = new Set(first.flatMap((group) => group.endpoints));
  const others =
    query.trim() === ''
      ? groups
      : groups.map((group) => ({
          ...group,
          endpoints: group.endpoints.filter((endpoint) => !shown.has(endpoint)),
        }));
  return [...first, ...others].filter((group) => group.endpoints.length > 0);
}
