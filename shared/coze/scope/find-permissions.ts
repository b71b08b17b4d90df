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
  /^(?:i|we|me|us|do|does|can|could|should|must|may|is|it|want|need|would|like|please|how|to|in|on|of|with|by|so|call|use|the|an?|my|our|which|what|permission|for|api|endpoint|我|想|要|我想|我要|想要|需要|调用|请求|使用|接口|权限|哪个|什么|如何|怎么|怎样)$/u;
const fillersInChinese =
  /(?:我想要|我想|我要|我需要|想要|请问|如何|怎么样|怎么|怎样|能不能|能否|可以|调用|请求|的接口|接口|需要什么权限|什么权限|的权限|[吗呢]$)/gu;

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

function heldBy(text: string, words: readonly string[]): number {
  return words.filter((word) => text.includes(word)).length;
}

function ownText({ permission, meaning_en, meaning_zh, resource, groups = [] }: Permission): string {
  return `${permission} ${meaning_en} ${meaning_zh} ${resource ?? ''} ${groups.join(' ')}`.toLowerCase();
}

function endpointText({ id, name_en, name_zh, method, path, group, group_zh }: Endpoint): string {
  return `${id} ${name_en} ${name_zh} ${method} ${path} ${group} ${group_zh}`.toLowerCase();
}

interface Scored extends FoundPermission {
  /** How many of the words it was found by. */
  readonly held: number;
}

/** Every permission with the most of `words` that its own text holds, or else the text of an endpoint that needs it. */
function scored(words: readonly string[]): readonly Scored[] {
  return permissions.map((permission) => {
    const own = heldBy(ownText(permission), words);
    const endpoints = endpointsNeeding(permission.permission);
    const held = endpoints.map((endpoint) => heldBy(endpointText(endpoint), words));
    const most = Math.max(own, ...held);
    const through = own === most ? [] : endpoints.filter((_, index) => held[index] === most);
    return { permission, through, held: most };
  });
}

let whole: string | null = null;

/** True for words that the catalogue has anywhere. */
function isKnown(word: string): boolean {
  whole ??= permissions
    .flatMap((permission) => [
      ownText(permission),
      ...endpointsNeeding(permission.permission).map(endpointText),
    ])
    .join('\n');
  return whole.includes(word);
}

/** The longest pieces of a Chinese sentence, of two characters or more, that the catalogue has; Chinese has no blanks. */
function knownPieces(sentence: string): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < sentence.length - 1; ) {
    let to = sentence.length;
    while (to - from > 1 && !isKnown(sentence.slice(from, to))) to -= 1;
    if (to - from > 1) pieces.push(sentence.slice(from, to));
    from = Math.max(to, from + 1);
  }
  return pieces;
}

/** What people say, and the catalogue's word for it. */
const synonyms: readonly (readonly [said: RegExp, word: string])[] = [
  [/^(?:send|post|make)$/, 'create'],
  [/^(?:talk|speak|ask)$/, 'chat'],
  [/发送/, '创建'],
  [/聊天/, '对话'],
];

function inTheCataloguesWords(said: string): string {
  return synonyms.reduce((word, [pattern, known]) => word.replace(pattern, known), said);
}

/** What of a sentence the catalogue can know. */
function knownWords(words: readonly string[]): readonly string[] {
  return words.flatMap((said) => {
    if (isKnown(said)) return [said];
    const word = inTheCataloguesWords(said);
    if (isKnown(word)) return [word];
    return /\p{Script=Han}/u.test(word) ? knownPieces(word) : [];
  });
}

/** Those that hold all words; for a sentence with other words in it those that hold the most of it. */
function byWords(words: readonly string[]): readonly FoundPermission[] {
  const withAll = scored(words).filter(({ held }) => held === words.length);
  if (withAll.length > 0) return withAll;
  const found = scored(knownWords(words));
  const most = Math.max(...found.map(({ held }) => held));
  return most === 0 ? [] : found.filter(({ held }) => held === most);
}

/**
 * The permissions that a query is about: by their own name and meaning in either language, or by the name, path or id of
 * an endpoint that needs them ("I want to call chat", "how do I upload a file", `POST /v3/chat`, an address with ids in
 * it). In the catalogue's order; all of them for an empty query.
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
  return byWords(words).map(({ permission, through }) => ({ permission, through }));
}
