import { membersOf, sourceOf } from '../../json/json-members.ts';
import { type JsonNode, parseJson } from '../../json/parse-json.ts';

/** What a program writes down as a literal: JSON whose numbers keep their digits, or what it finds out as it runs. */
export type CodeValue =
  | { readonly kind: 'text'; readonly text: string }
  /** The number as the JSON spells it. */
  | { readonly kind: 'number'; readonly source: string }
  | { readonly kind: 'word'; readonly word: 'true' | 'false' | 'null' }
  | { readonly kind: 'array'; readonly items: readonly CodeValue[] }
  | { readonly kind: 'object'; readonly members: readonly CodeMember[] }
  /** The second in which the program runs, plus so many. */
  | { readonly kind: 'moment'; readonly offset: number }
  /** 32 random bytes, base64url. */
  | { readonly kind: 'random' };

export interface CodeMember {
  readonly name: string;
  readonly value: CodeValue;
}

function membersOfObject(text: string, node: JsonNode): readonly CodeMember[] {
  const last = new Map(membersOf(node).map(({ name, value }) => [name, value]));
  return [...last].map(([name, value]) => ({ name, value: codeValueOf(text, value) }));
}

function codeValueOf(text: string, node: JsonNode): CodeValue {
  switch (node.type) {
    case 'string':
      return { kind: 'text', text: String(node.value) };
    case 'number':
      return { kind: 'number', source: sourceOf(text, node) };
    case 'boolean':
      return { kind: 'word', word: node.value === true ? 'true' : 'false' };
    case 'array':
      return { kind: 'array', items: (node.children ?? []).map((item) => codeValueOf(text, item)) };
    case 'object':
      return { kind: 'object', members: membersOfObject(text, node) };
    default:
      return { kind: 'word', word: 'null' };
  }
}

/**
 * The members of the object that `text` is, in its order; a name that is there twice has its first place and its last
 * value, as `JSON.parse` has it. Null for text that is no JSON object or is beyond the limits of `parseJson`.
 */
export function readMembers(text: string): readonly CodeMember[] | null {
  const parsed = parseJson(text);
  return parsed.ok && parsed.tree.type === 'object' ? membersOfObject(text, parsed.tree) : null;
}

/** True when `holds` is true of a value among `members`, at any depth. Names are asked about as texts. */
export function someValue(members: readonly CodeMember[], holds: (value: CodeValue) => boolean): boolean {
  const inside = (value: CodeValue): boolean => {
    if (holds(value)) return true;
    if (value.kind === 'array') return value.items.some(inside);
    return value.kind === 'object' && someValue(value.members, holds);
  };
  return members.some(({ name, value }) => holds({ kind: 'text', text: name }) || inside(value));
}

/** The value of the member called `name`, or null. */
export function valueNamed(members: readonly CodeMember[], name: string): CodeValue | null {
  return members.find((member) => member.name === name)?.value ?? null;
}

/** True for a text with half of a surrogate pair alone, which UTF-8 cannot hold. */
export function isTornText(value: CodeValue): boolean {
  return value.kind === 'text' && /\p{Cs}/u.test(value.text);
}
