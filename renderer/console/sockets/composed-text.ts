import type { JsonError } from '../../../shared/json/parse-json.ts';
import { bareVariablesIn, changeBodyMember, readBody } from '../request/body-text.ts';
import { variablesIn } from '../request/variable-text.ts';

/** What is wrong with a message that is being written; null for nothing. */
export function faultIn(text: string): JsonError | null {
  return readBody(text).error;
}

/**
 * The variables of a message that have no value but need one, each once. Where no set is chosen, those in its strings
 * need none: they go out as they are written.
 */
export function unresolvedIn(
  text: string,
  variableSetId: string | null,
  resolves: (name: string) => boolean,
): readonly string[] {
  const names = variableSetId === null ? bareVariablesIn(text) : variablesIn(text);
  return names.filter((name) => !resolves(name));
}

/** What stands in the message like a variable but is none, as no set is chosen. */
export function asWrittenIn(text: string, variableSetId: string | null): readonly string[] {
  if (variableSetId !== null) return [];
  const bare = new Set(bareVariablesIn(text));
  return variablesIn(text)
    .filter((name) => !bare.has(name))
    .map((name) => `{{${name}}}`);
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
