import { changeMember } from '../../json/change-member.ts';
import { membersOf, memberValue } from '../../json/json-members.ts';
import { type JsonNode, parseJson } from '../../json/parse-json.ts';
import { type ListName, listPaths, readList, type ScopeList } from './scope-lists.ts';

/** A list with other entries, spaced as the one that was there. */
function listText(text: string, list: ScopeList, sources: readonly string[]): string {
  if (list.kind !== 'list' || sources.length === 0) return `[${sources.join(', ')}]`;
  const first = list.entries[0];
  const last = list.entries.at(-1);
  const second = list.entries[1];
  if (first === undefined || last === undefined) return `[${sources.join(', ')}]`;
  const open = text.slice(list.from, first.from);
  const close = text.slice(last.to, list.to);
  const between = second === undefined ? ', ' : text.slice(first.to, second.from);
  return open + sources.join(between) + close;
}

/** The outermost member that holds nothing but the way to the end of `path`. */
function bareMember(tree: JsonNode, path: readonly string[]): readonly string[] {
  let bareFrom = 0;
  let node: JsonNode | null = tree;
  for (const [depth, step] of path.entries()) {
    const isBare: boolean =
      depth === 0 || (node !== null && membersOf(node).every(({ name }) => name === step));
    if (!isBare) bareFrom = depth;
    node = node && memberValue(node, step);
  }
  return path.slice(0, bareFrom + 1);
}

/** The part of `path` that ends at a null, which a list cannot be put into; null when there is none. */
function pathOfNull(tree: JsonNode, path: readonly string[]): readonly string[] | null {
  let node: JsonNode | null = tree;
  for (const [depth, step] of path.entries()) {
    node = node && memberValue(node, step);
    if (node?.type === 'null') return path.slice(0, depth + 1);
  }
  return null;
}

function wrapped(names: readonly string[], value: string): string {
  return names.reduceRight((inner, name) => `{${JSON.stringify(name)}:${inner}}`, value);
}

/**
 * Gives a list of a scope other entries and leaves all else as it is. A list that gets none goes, with the objects
 * around it that hold nothing else: that is how the official SDKs leave it out. What is no JSON object, or has something
 * else where the list belongs, comes back as it was; empty text is a scope that begins.
 *
 * @param sources - each entry as JSON
 */
export function changeList(text: string, name: ListName, sources: readonly string[]): string {
  const base = text.trim() === '' ? '{}' : text;
  const parsed = parseJson(base);
  if (!parsed.ok || parsed.tree.type !== 'object') return text;
  const list = readList(base, parsed.tree, name);
  if (list.kind === 'other') return text;
  const path = listPaths[name];
  if (sources.length === 0) {
    return list.kind === 'absent' ? text : changeMember(base, bareMember(parsed.tree, path), null);
  }
  const value = listText(base, list, sources);
  const nullPath = pathOfNull(parsed.tree, path);
  if (nullPath === null) return changeMember(base, path, value);
  return changeMember(base, nullPath, wrapped(path.slice(nullPath.length), value));
}

/** Adds texts that the list does not have yet, at its end. */
export function addToList(text: string, name: ListName, added: readonly string[]): string {
  const parsed = parseJson(text);
  const list = readList(text, parsed.ok ? parsed.tree : null, name);
  const entries = list.kind === 'list' ? list.entries : [];
  const present = new Set(entries.map((entry) => entry.text));
  const fresh = [...new Set(added)].filter((entry) => !present.has(entry));
  if (fresh.length === 0) return text;
  return changeList(text, name, [
    ...entries.map(({ source }) => source),
    ...fresh.map((entry) => JSON.stringify(entry)),
  ]);
}

/** Takes texts out of the list, each wherever it stands; numbers go by their digits. */
export function removeFromList(text: string, name: ListName, removed: ReadonlySet<string>): string {
  const parsed = parseJson(text);
  const list = readList(text, parsed.ok ? parsed.tree : null, name);
  if (list.kind !== 'list') return text;
  const kept = list.entries.filter((entry) => !removed.has(entry.text));
  if (kept.length === list.entries.length) return text;
  return changeList(
    text,
    name,
    kept.map(({ source }) => source),
  );
}
