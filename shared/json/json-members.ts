import type { JsonNode } from './parse-json.ts';

/** One member of an object, where its name and its value stand in the text. */
export interface JsonMember {
  readonly name: string;
  readonly nameNode: JsonNode;
  readonly value: JsonNode;
}

function memberOf(property: JsonNode | undefined): JsonMember | null {
  const nameNode = property?.children?.[0];
  const value = property?.children?.[1];
  if (nameNode === undefined || value === undefined) return null;
  return { name: String(nameNode.value), nameNode, value };
}

/** The members of an object in the order of the text, duplicates included; none for anything but an object. */
export function membersOf(node: JsonNode): readonly JsonMember[] {
  const members: JsonMember[] = [];
  if (node.type !== 'object') return members;
  for (const property of node.children ?? []) {
    const member = memberOf(property);
    if (member !== null) members.push(member);
  }
  return members;
}

/** The value of the last member called `name`, as `JSON.parse` would choose it, or null. */
export function memberValue(node: JsonNode, name: string): JsonNode | null {
  if (node.type !== 'object') return null;
  const properties = node.children ?? [];
  for (let at = properties.length - 1; at >= 0; at -= 1) {
    if (properties[at]?.children?.[0]?.value !== name) continue;
    const member = memberOf(properties[at]);
    if (member !== null) return member.value;
  }
  return null;
}

/** The text of `node` exactly as it stands in the `text` that was parsed. */
export function sourceOf(text: string, node: JsonNode): string {
  return text.slice(node.offset, node.offset + node.length);
}

/** One step of a JSON pointer, escaped (RFC 6901 §3). */
export function pointerStep(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
