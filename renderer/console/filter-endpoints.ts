import type { Endpoint } from '../../shared/coze/endpoints.ts';

export interface EndpointGroup {
  readonly id: string;
  readonly endpoints: readonly Endpoint[];
}

function haystack(endpoint: Endpoint): string {
  const { name_en, name_zh, path, method, id, permission, group, group_zh } = endpoint;
  return `${name_en} ${name_zh} ${method} ${path} ${id} ${permission ?? ''} ${group} ${group_zh}`.toLowerCase();
}

/**
 * The entries that hold every word of `query` in a name (either language), path, method, id, permission or group, in
 * the catalogue's order and by group. An empty query gives all.
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
