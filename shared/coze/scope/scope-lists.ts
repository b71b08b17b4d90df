import { type JsonMember, memberValue, sourceOf } from '../../json/json-members.ts';
import type { JsonNode } from '../../json/parse-json.ts';

/**
 * Where the lists of a scope stand. The first two are documented (OAuth JWT 授权（渠道场景）, "Scope object"); the others
 * are known from coze-go's `auth.go` only.
 */
export const listPaths = {
  permissions: ['account_permission', 'permission_list'],
  bots: ['attribute_constraint', 'connector_bot_chat_attribute', 'bot_id_list'],
  workspaceIds: ['workspace_permission', 'workspace_id_list'],
  workspacePermissions: ['workspace_permission', 'permission_list'],
  workflowIds: ['workflow_permission', 'workflow_id_list'],
  workflowPermissions: ['workflow_permission', 'permission_list'],
} as const satisfies Record<string, readonly string[]>;
export type ListName = keyof typeof listPaths;

export const listNames = Object.keys(listPaths) as readonly ListName[];

/** The objects that only the Go SDK has. */
export const sdkOnlyMembers = ['workspace_permission', 'workflow_permission'] as const;
export type SdkOnlyMember = (typeof sdkOnlyMembers)[number];

export interface TextRange {
  readonly from: number;
  readonly to: number;
}

export interface ListEntry extends TextRange {
  /** Of a text what it says, of anything else its JSON: every digit as it was written. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'other';
  /** JSON. */
  readonly source: string;
}

/** One list of a scope as it stands in the text. */
export type ScopeList =
  /** Nothing there, or null there or on the way. */
  | { readonly kind: 'absent' }
  | ({ readonly kind: 'list'; readonly entries: readonly ListEntry[] } & TextRange)
  /** Something else where the list, or an object on the way, belongs. */
  | ({ readonly kind: 'other' } & TextRange);

export function rangeOf({ offset, length }: JsonNode): TextRange {
  return { from: offset, to: offset + length };
}

export function rangeOfMember({ nameNode, value }: JsonMember): TextRange {
  return { from: nameNode.offset, to: value.offset + value.length };
}

function entryOf(text: string, node: JsonNode): ListEntry {
  const source = sourceOf(text, node);
  if (node.type === 'string') {
    return { text: String(node.value), kind: 'text', source, ...rangeOf(node) };
  }
  return { text: source, kind: node.type === 'number' ? 'number' : 'other', source, ...rangeOf(node) };
}

/** The list called `name` in `text`, whose tree is `tree`; absent where there is no tree. */
export function readList(text: string, tree: JsonNode | null, name: ListName): ScopeList {
  let node = tree;
  if (node === null) return { kind: 'absent' };
  for (const step of listPaths[name]) {
    if (node.type === 'null') return { kind: 'absent' };
    if (node.type !== 'object') return { kind: 'other', ...rangeOf(node) };
    const inner = memberValue(node, step);
    if (inner === null) return { kind: 'absent' };
    node = inner;
  }
  if (node.type === 'null') return { kind: 'absent' };
  if (node.type !== 'array') return { kind: 'other', ...rangeOf(node) };
  const entries = (node.children ?? []).map((child) => entryOf(text, child));
  return { kind: 'list', entries, ...rangeOf(node) };
}

/** The texts of a list, each once, in its order; null where there is no list. */
export function textsOf(list: ScopeList): readonly string[] | null {
  return list.kind === 'list' ? [...new Set(list.entries.map(({ text }) => text))] : null;
}
