import { membersOf } from './json-members.ts';
import { parseJson } from './parse-json.ts';

/** The text that the member `name` of the JSON object `text` holds, or null. */
export function textMember(text: string, name: string): string | null {
  const parsed = parseJson(text);
  if (!parsed.ok || parsed.tree.type !== 'object') return null;
  const member = membersOf(parsed.tree).findLast((entry) => entry.name === name);
  return member?.value.type === 'string' ? String(member.value.value) : null;
}
