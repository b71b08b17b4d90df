import type { Endpoint } from '../endpoints.ts';
import { type Permission, permissions } from '../permissions.ts';
import { endpointsNeeding } from './needed-permissions.ts';

export interface FoundPermission {
  readonly permission: Permission;
  /** The endpoints through which it was found; none when its own words were enough. */
  readonly through: readonly Endpoint[];
}

/** What people say around the thing that they want to call. */
const fillers =
  /^(?:i|we|want|need|would|like|to|call|use|the|an?|my|which|what|permission|for|api|endpoint|我|想|要|我想|我要|想要|需要|调用|请求|使用|接口|权限|哪个|什么)$/u;
const fillersInChinese =
  /(?:我想要|我想|我要|我需要|想要|调用|请求|的接口|接口|需要什么权限|什么权限|的权限)/gu;

/** The path of a request that was pasted, in lower case, without method, host and query; null for other words. */
export function pathOfRequest(query: string): string | null {
  const path = /^(?:(?:GET|POST|PUT|PATCH|DELETE)\s+)?(?:(?:https?|wss?):\/\/[^/\s]+)?(\/[^\s?#]+)/i.exec(
    query,
  )?.[1];
  return path?.replace(/\/$/, '').toLowerCase() ?? null;
}

/** Whether `path` is `template`, the catalogue's way to write it, with values in place of its `:parameters`. */
export function fitsTemplate(template: string, path: string): boolean {
  const parts = template.toLowerCase().split('/');
  const given = path.split('/');
  return (
    parts.length === given.length &&
    parts.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]))
  );
}

function wordsOf(query: string): readonly string[] {
  const words = query
    .toLowerCase()
    .split(/[\s,，。？?!！"'“”]+/u)
    .filter(Boolean);
  const kept = words
    .filter((word) => !fillers.test(word))
    .map((word) => word.replace(fillersInChinese, ''))
    .filter(Boolean);
  return kept.length > 0 ? kept : words;
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function ownText({ permission, meaning_en, meaning_zh, resource, groups = [] }: Permission): string {
  return `${permission} ${meaning_en} ${meaning_zh} ${resource ?? ''} ${groups.join(' ')}`.toLowerCase();
}

function endpointText({ id, name_en, name_zh, method, path, group, group_zh }: Endpoint): string {
  return `${id} ${name_en} ${name_zh} ${method} ${path} ${group} ${group_zh}`.toLowerCase();
}

/**
 * The permissions that a query is about: by their own name and meaning in either language, or by the name, path or id of
 * an endpoint that needs them ("I want to call chat", `POST /v3/chat`, an address with ids in it). In the catalogue's
 * order; all of them for an empty query.
 */
export function findPermissions(query: string): readonly FoundPermission[] {
  const words = wordsOf(query);
  if (words.length === 0) return permissions.map((permission) => ({ permission, through: [] }));
  const path = pathOfRequest(query.trim());
  const exact = (endpoint: Endpoint) => path !== null && fitsTemplate(endpoint.path, path);
  const byPath = permissions.flatMap((permission) => {
    const through = endpointsNeeding(permission.permission).filter(exact);
    return through.length === 0 ? [] : [{ permission, through }];
  });
  if (byPath.length > 0) return byPath;
  return permissions.flatMap((permission) => {
    if (holdsAll(ownText(permission), words)) return [{ permission, through: [] }];
    const through = endpointsNeeding(permission.permission).filter((endpoint) =>
      holdsAll(endpointText(endpoint), words),
    );
    return through.length === 0 ? [] : [{ permission, through }];
  });
}
