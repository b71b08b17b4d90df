import type { JsonError } from '../../../shared/json/parse-json.ts';
import { changeBodyMember, readBody } from '../request/body-text.ts';
import { variablesIn } from '../request/variable-text.ts';

/** What is wrong with a message that is being written; null for nothing. */
export function faultIn(text: string): JsonError | null {
  return readBody(text).error;
}

/** The variables of a message that have no value, each once. */
export function unresolvedIn(text: string, resolves: (name: string) => boolean): readonly string[] {
  return variablesIn(text).filter((name) => !resolves(name));
}

/** The message as it goes out: an empty `id` is filled in, all else stays as it was written. */
export function withFreshId(text: string, newId: () => string): string {
  const { tree, isObject } = readBody(text);
  const id = isObject
    ? tree?.children?.find(({ children }) => children?.[0]?.value === 'id')?.children?.[1]
    : undefined;
  return id?.type === 'string' && id.value === ''
    ? changeBodyMember(text, 'id', JSON.stringify(newId()))
    : text;
}
