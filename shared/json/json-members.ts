import type { JsonNode } from './parse-json.ts';

/** One member of an object, where its name and its value stand in the text. */
export interface JsonMember {
  readonly name: string;
  readonly nameNode: JsonNode;
  readonly value: JsonNode;
}

/** The members of an object in the order of the text, duplicates included; none for anything but an object. */
export function membersOf(node: JsonNode): readonly JsonMember[] {
  if (node.type !== 'object') return [];
  return (node.children ?? []).flatMap((property) => {
    const [nameNode, value] = property.children ?? [];
    if (nameNode === undefined || value === undefined) return [];
    return [{ name: String(nameNode.value), nameNode, value }];
  });
}

/** The value of the last member called `name`, as `JSON.parse` would choose it, or null. */
export function memberValue(node: JsonNode, name: string): JsonNode | null {
  return membersOf(node).findLast((member) => member.name === name)?.value ?? null;
}

/** The text of `node` exactly as it stands in the `text` that was parsed. */
export function sourceOf(text: string, node: JsonNode): string {
  return text.slice(node.offset, node.offset + node.length);
}

/** One step of a JSON pointer, escaped (RFC 6901 §3). */
export function pointerStep(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
