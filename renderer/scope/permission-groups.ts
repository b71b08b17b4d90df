import { type FoundPermission, findPermissions } from '../../shared/coze/scope/find-permissions.ts';
import { permissionNamed } from '../../shared/coze/scope/needed-permissions.ts';

export interface PermissionEntry {
  readonly name: string;
  /** Null for what is in no catalogue. */
  readonly found: FoundPermission | null;
}

export interface PermissionGroup {
  /** A group of the endpoint catalogue, or one of `verified`, `other` and `unofficial`. */
  readonly id: string;
  readonly entries: readonly PermissionEntry[];
}

/** Groups that name a permission in passing; it stands in another one of its groups where it has one. */
const lesser: ReadonlySet<string> = new Set(['audio_websocket', 'deprecated']);

function groupOf({ permission: { verifiedInScope, docForm, groups = [] } }: FoundPermission): string {
  if (verifiedInScope) return 'verified';
  if (docForm === 'unofficial') return 'unofficial';
  return groups.find((group) => !lesser.has(group)) ?? groups[0] ?? 'unofficial';
}

/**
 * The check list: what the query finds, by group in the catalogue's order, and first of all what the scope names
 * without any catalogue knowing it.
 */
export function permissionGroups(query: string, chosen: readonly string[]): readonly PermissionGroup[] {
  const needle = query.trim().toLowerCase();
  const other = chosen.filter(
    (name) => permissionNamed(name) === null && name.toLowerCase().includes(needle),
  );
  const groups = new Map<string, PermissionEntry[]>();
  if (other.length > 0) {
    groups.set(
      'other',
      other.map((name) => ({ name, found: null })),
    );
  }
  for (const found of findPermissions(query)) {
    const id = groupOf(found);
    const entries = groups.get(id) ?? [];
    entries.push({ name: found.permission.permission, found });
    groups.set(id, entries);
  }
  return [...groups].map(([id, entries]) => ({ id, entries }));
}

/** True for text that could be the name of a permission that no catalogue has yet. */
export function isFreeName(query: string, chosen: readonly string[]): boolean {
  const name = query.trim();
  return /^[\w.:*-]{2,80}$/.test(name) && permissionNamed(name) === null && !chosen.includes(name);
}
