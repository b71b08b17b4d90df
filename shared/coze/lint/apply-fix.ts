import { applyEdits, type Edit } from 'jsonc-parser';
import { type JsonMember, membersOf } from '../../json/json-members.ts';
import { type JsonNode, parseJson } from '../../json/parse-json.ts';
import type { Fix } from './lint-finding.ts';

function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function endOf(node: JsonNode): number {
  return node.offset + node.length;
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

/**
 * Carries out a fix in the JSON text of the segment that it is for. Only the member concerned changes: order, digits,
 * escapes and white space of all else stay. Of members with the same name, the last is set and all are removed. Text
 * that is no JSON object, or has no object where the member belongs, comes back as it was.
 */
export function applyFix(jsonText: string, fix: Fix): string {
  const parsed = parseJson(jsonText);
  if (!parsed.ok) return jsonText;
  const steps = stepsOf(fix.path);
  const name = steps.at(-1);
  const outer = steps
    .slice(0, -1)
    .reduce<JsonNode | undefined>(
      (node, step) =>
        node === undefined ? node : membersOf(node).findLast((member) => member.name === step)?.value,
      parsed.tree,
    );
  if (name === undefined || outer?.type !== 'object') return jsonText;
  if ('remove' in fix) return applyEdits(jsonText, removals(outer, name));
  const present = membersOf(outer).findLast((member) => member.name === name)?.value;
  const edit =
    present === undefined
      ? insertion(jsonText, outer, name, fix.value)
      : { offset: present.offset, length: present.length, content: fix.value };
  return applyEdits(jsonText, [edit]);
}
