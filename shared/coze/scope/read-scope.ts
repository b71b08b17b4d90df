import { type ParsedJson, parseJson } from '../../json/parse-json.ts';
import { type ListName, readList, type ScopeList, textsOf } from './scope-lists.ts';

/** A scope as it can be read from its text. */
export interface ScopeReading {
  /** True for empty text: no scope is sent, and the token gets all of the app's permissions. */
  readonly isNone: boolean;
  /** False while the text is something else than a JSON object. */
  readonly isReadable: boolean;
  readonly lists: Readonly<Record<ListName, ScopeList>>;
  /** The names in the permission list, each once; null when there is no list. */
  readonly permissions: readonly string[] | null;
  /** The agents that it is limited to, each once; null when there is no list. */
  readonly bots: readonly string[] | null;
  /** Permissions named in the lists that only the Go SDK has. */
  readonly sdkOnlyPermissions: readonly string[];
}

/** @param parse - `parseJson`, or one that remembers */
export function readScope(text: string, parse: (text: string) => ParsedJson = parseJson): ScopeReading {
  const isNone = text.trim() === '';
  const parsed = isNone ? null : parse(text);
  const tree = parsed?.ok && parsed.tree.type === 'object' ? parsed.tree : null;
  const list = (name: ListName) => readList(text, tree, name);
  const lists = {
    permissions: list('permissions'),
    bots: list('bots'),
    workspaceIds: list('workspaceIds'),
    workspacePermissions: list('workspacePermissions'),
    workflowIds: list('workflowIds'),
    workflowPermissions: list('workflowPermissions'),
  };
  return {
    isNone,
    isReadable: isNone || tree !== null,
    lists,
    permissions: textsOf(lists.permissions),
    bots: textsOf(lists.bots),
    sdkOnlyPermissions: [
      ...(textsOf(lists.workspacePermissions) ?? []),
      ...(textsOf(lists.workflowPermissions) ?? []),
    ],
  };
}
