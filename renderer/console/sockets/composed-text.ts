import { changeMember } from '../../../shared/json/change-member.ts';
import { type JsonError, parseJson } from '../../../shared/json/parse-json.ts';

const limits = { depth: 256, members: 200_000 };

/** What is wrong with a message that is being written; null for nothing. */
export function faultIn(text: string): JsonError | null {
  const parsed = parseJson(text, limits);
  return parsed.ok ? null : parsed.error;
}

/** The message as it goes out: an empty `id` is filled in, all else stays as it was written. */
export function withFreshId(text: string, newId: () => string): string {
  const parsed = parseJson(text, limits);
  if (!parsed.ok || parsed.tree.type !== 'object') return text;
  const id = parsed.tree.children?.find(({ children }) => children?.[0]?.value === 'id')?.children?.[1];
  return id?.type === 'string' && id.value === ''
    ? changeMember(text, ['id'], JSON.stringify(newId()))
    : text;
}
