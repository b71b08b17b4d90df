import { changeMember } from '../../../shared/json/change-member.ts';
import { formatJson } from '../../../shared/json/format-json.ts';
import { type JsonError, type JsonNode, parseJson } from '../../../shared/json/parse-json.ts';

/** What a body may hold; beyond it there is no form, and the text is sent as it is. */
const limits = { depth: 256, members: 200_000 };

/**
 * A variable that stands for a whole value is no JSON: `{"n": {{count}}}`. While the text is read, two characters of the
 * private use area on each side make a string of the same length of it, so that every place stays where it is.
 */
const bare = /"(?:[^"\\]|\\[\s\S])*"|\{\{(\s*[\p{L}_][\p{L}\p{N}_.-]{0,63}\s*)\}\}/gu;
const marked = /"\uE0F1([^"\uE0F1\uE0F2]*)\uE0F2"/g;

export function markBareVariables(text: string): string {
  if (!text.includes('{{')) return text;
  return text.replace(bare, (whole, name?: string) => (name === undefined ? whole : `"\uE0F1${name}\uE0F2"`));
}

export function unmarkBareVariables(text: string): string {
  return text.replace(marked, (_, name: string) => `{{${name}}}`);
}

/** Names of the variables that stand for a whole value, each once. */
export function bareVariablesIn(text: string): readonly string[] {
  if (!text.includes('{{')) return [];
  const names = [...text.matchAll(bare)].map(([, name]) => name?.trim() ?? '');
  return [...new Set(names)].filter((name) => name !== '');
}

/** A body as it was read. */
export interface BodyReading {
  /** What `tree` points into: the text, bare variables marked. */
  readonly text: string;
  readonly tree: JsonNode | null;
  readonly error: JsonError | null;
  /** Only an object has members that a form can show. */
  readonly isObject: boolean;
}

const recent = new Map<string, BodyReading>();
const remembered = 6;

function read(text: string): BodyReading {
  const masked = markBareVariables(text);
  const parsed = parseJson(masked, limits);
  if (!parsed.ok) return { text: masked, tree: null, error: parsed.error, isObject: false };
  return { text: masked, tree: parsed.tree, error: null, isObject: parsed.tree.type === 'object' };
}

/** Reads a body. The last few texts, which one keystroke asks for many times, are read once. */
export function readBody(text: string): BodyReading {
  const reading = recent.get(text) ?? read(text);
  recent.delete(text);
  recent.set(text, reading);
  const [oldest] = recent.keys();
  if (recent.size > remembered && oldest !== undefined) recent.delete(oldest);
  return reading;
}

/** Changes one member and nothing else, null as the value removes it; text that is no JSON object stays as it is. */
export function changeBodyMember(text: string, name: string, value: string | null): string {
  if (!readBody(text).isObject) return text;
  const changed = changeMember(markBareVariables(text), [name], value && markBareVariables(value));
  return unmarkBareVariables(changed);
}

/** Lays the body out, bare variables included. */
export function formatBody(text: string): string {
  return unmarkBareVariables(formatJson(markBareVariables(text)));
}

/** `<…>` that stand for a value in the strings of the body, as the catalogue's examples have them. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/"(<[a-z][a-z_ ]{0,39}>)"/g)].map((match) => match[1] ?? ''))];
}
