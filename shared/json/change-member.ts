import { type MemberPath, removeMember, setMember } from './edit-member.ts';
import { formatJson } from './format-json.ts';

/**
 * Changes one member and nothing else; null as the value removes it. Text that was laid out stays laid out; text that is
 * no JSON object stays as it is.
 *
 * @param value - JSON text
 */
export function changeMember(text: string, path: MemberPath, value: string | null): string {
  const changed = value === null ? removeMember(text, path) : setMember(text, path, value);
  return text === formatJson(text) ? formatJson(changed) : changed;
}
