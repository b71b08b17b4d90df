import { applyEdits, type Edit } from 'jsonc-parser';
import { type JsonMember, membersOf } from './json-members.ts';
import { type JsonNode, parseJson } from './parse-json.ts';

/** The names that lead to a member, from the outermost inwards. */
export type MemberPath = readonly string[];

/** The names of a JSON pointer (RFC 6901 §4). */
export function pathOfPointer(pointer: string): MemberPath {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function endOf(node: JsonNode): number {
  return node.offset + node.length;
}

function lastMember(outer: JsonNode, name: string): JsonMember | undefined {
  return membersOf(outer).findLast((member) => member.name === name);
}

/** Adds a member after the last one, laid out as that one is. */
function insertion(text: string, outer: JsonNode, name: string, value: string): Edit {
  const members = membersOf(outer);
  const last = members.at(-1);
  const key = JSON.stringify(name);
  if (last === undefined) return { offset: outer.offset + 1, length: 0, content: `${key}:${value}` };
  const before = members.at(-2);
  const start = before === undefined ? outer.offset + 1 : endOf(before.value);
  const space = text.slice(start, last.nameNode.offset).replace(',', '');
  const colon = text.slice(endOf(last.nameNode), last.value.offset);
  return { offset: endOf(last.value), length: 0, content: `,${space}${key}${colon}${value}` };
}

/** Removes the members called `name`, each with the comma before it or, for the first of all, after it. */
function removals(outer: JsonNode, name: string): Edit[] {
  const members = membersOf(outer);
  const kept = members.filter((member) => member.name !== name);
  if (kept.length === 0) {
    const [first] = members;
    const last = members.at(-1);
    if (first === undefined || last === undefined) return [];
    return [
      { offset: first.nameNode.offset, length: endOf(last.value) - first.nameNode.offset, content: '' },
    ];
  }
  const firstKept = kept[0]?.nameNode.offset ?? 0;
  return members.flatMap((member, index): Edit[] => {
    if (member.name !== name) return [];
    const { nameNode, value } = member;
    const previous: JsonMember | undefined = members[index - 1];
    const isLeading = nameNode.offset < firstKept;
    const start = isLeading || previous === undefined ? nameNode.offset : endOf(previous.value);
    const end = isLeading ? (members[index + 1]?.nameNode.offset ?? endOf(value)) : endOf(value);
    return [{ offset: start, length: end - start, content: '' }];
  });
}

/** The objects that are not there yet, around the value. */
function wrapped(names: MemberPath, value: string): string {
  return names.reduceRight((inner, name) => `{${JSON.stringify(name)}:${inner}}`, value);
}

/**
 * Sets a member of the object in `text` to the JSON `value`; objects on the way that are missing are made. Only the
 * member concerned changes: order, digits, escapes and white space of all else stay. Of members with the same name the
 * last is set, which is the one that counts. Text that is no JSON object, or has something else where an object is
 * needed, comes back as it was.
 */
export function setMember(text: string, path: MemberPath, value: string): string {
  const parsed = parseJson(text);
  if (!parsed.ok) return text;
  let outer = parsed.tree;
  for (const [depth, name] of path.entries()) {
    if (outer.type !== 'object') return text;
    const present = lastMember(outer, name)?.value;
    const isLeaf = depth === path.length - 1;
    if (present === undefined) {
      return applyEdits(text, [insertion(text, outer, name, wrapped(path.slice(depth + 1), value))]);
    }
    if (isLeaf) {
      return applyEdits(text, [{ offset: present.offset, length: present.length, content: value }]);
    }
    outer = present;
  }
  return text;
}

/** Removes a member, all of them where several have the name, and keeps the rest as {@link setMember} does. */
export function removeMember(text: string, path: MemberPath): string {
  const parsed = parseJson(text);
  const name = path.at(-1);
  if (!parsed.ok || name === undefined) return text;
  const outer = path
    .slice(0, -1)
    .reduce<JsonNode | undefined>((node, step) => node && lastMember(node, step)?.value, parsed.tree);
  return outer?.type === 'object' ? applyEdits(text, removals(outer, name)) : text;
}
