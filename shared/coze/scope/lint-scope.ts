import { changeMember } from '../../json/change-member.ts';
import { formatJson } from '../../json/format-json.ts';
import { membersOf, memberValue, sourceOf } from '../../json/json-members.ts';
import { measureJson } from '../../json/measure-json.ts';
import { type JsonNode, type ParsedJson, parseJson } from '../../json/parse-json.ts';
import { addToList } from './change-list.ts';
import { lintEntries, lintIds, pointerOf } from './list-rules.ts';
import { lintMembers, lintNumbers } from './member-rules.ts';
import { channelChat } from './needed-permissions.ts';
import { lintPermissions } from './permission-rules.ts';
import { type ScopeFinding, scopeFinding } from './scope-finding.ts';
import { type ListName, listNames, listPaths, rangeOf, readList, sdkOnlyMembers } from './scope-lists.ts';

const idLists: ReadonlySet<ListName> = new Set(['bots', 'workspaceIds', 'workflowIds']);
/** Levels that a scope may nest, as {@link scopeSchema} has it. */
const deepest = 32;

function lintList(text: string, tree: JsonNode, name: ListName, isChannel: boolean): readonly ScopeFinding[] {
  const list = readList(text, tree, name);
  if (list.kind === 'list') {
    const entries = lintEntries(text, name, list);
    return [
      ...entries,
      ...(idLists.has(name) ? lintIds(name, list) : lintPermissions(text, name, list, isChannel)),
    ];
  }
  const node = listPaths[name].reduce<JsonNode | null>(
    (outer, step) => outer && memberValue(outer, step),
    tree,
  );
  if (list.kind === 'absent' || node === null) return [];
  const source = sourceOf(text, node);
  const single = node.type === 'string' ? source : node.type === 'number' ? JSON.stringify(source) : null;
  return [
    scopeFinding('not-a-list', {
      path: pointerOf(listPaths[name]),
      params: { name: listPaths[name].at(-1) ?? '' },
      places: [list],
      fix:
        single === null
          ? null
          : { kind: 'wrap', value: `[${single}]`, text: changeMember(text, listPaths[name], `[${single}]`) },
    }),
  ];
}

function lintPresence(text: string, tree: JsonNode): readonly ScopeFinding[] {
  if (membersOf(tree).length === 0) return [scopeFinding('scope-empty')];
  const isAbsent = (name: ListName) => readList(text, tree, name).kind === 'absent';
  const hasSdkOnly = sdkOnlyMembers.some((name) => memberValue(tree, name) !== null);
  const fix = {
    kind: 'use',
    value: channelChat,
    text: addToList(text, 'permissions', [channelChat]),
  } as const;
  return [
    ...(isAbsent('permissions') && !hasSdkOnly
      ? [scopeFinding('permissions-missing', { path: pointerOf(listPaths.permissions), fix })]
      : []),
    ...(isAbsent('bots') ? [scopeFinding('bots-missing', { path: pointerOf(listPaths.bots) })] : []),
  ];
}

/** The finding that the whole body of the token request stands where only its `scope` belongs; null otherwise. */
function wholeRequest(text: string, tree: JsonNode): ScopeFinding | null {
  const inner = memberValue(tree, 'scope');
  const isScope = membersOf(tree).some(
    ({ name }) => name.endsWith('_permission') || name.endsWith('_constraint'),
  );
  if (inner?.type !== 'object' || isScope) return null;
  const fix = { kind: 'unwrap', value: '', text: formatJson(sourceOf(text, inner)) } as const;
  return scopeFinding('whole-request', { path: '/scope', places: [rangeOf(inner)], fix });
}

const order = { error: 0, warning: 1, note: 2 } as const;

/**
 * What there is to say about a scope, the gravest first. Empty text is no scope, about which there is nothing to say.
 *
 * @param isChannel - whether it is for a channel app; a scope has no effect for any other
 * @param parse - `parseJson`, or one that remembers
 */
export function lintScope(
  text: string,
  isChannel: boolean,
  parse: (text: string) => ParsedJson = parseJson,
): readonly ScopeFinding[] {
  if (text.trim() === '') return [];
  const parsed = parse(text);
  if (!parsed.ok) {
    const { code, line, column, offset } = parsed.error;
    const from = Math.min(offset, Math.max(0, text.length - 1));
    const places = [{ from, to: Math.min(from + 1, text.length) }];
    return [scopeFinding('invalid-json', { params: { reason: code, line, column }, places })];
  }
  const { tree } = parsed;
  if (tree.type !== 'object') return [scopeFinding('not-an-object', { params: { name: 'scope' } })];
  const whole = wholeRequest(text, tree);
  if (whole !== null) return [whole];
  const found = [
    ...(measureJson(text).depth > deepest ? [scopeFinding('too-deep', { params: { limit: deepest } })] : []),
    ...lintPresence(text, tree),
    ...lintMembers(text, tree),
    ...lintNumbers(text, tree),
    ...listNames.flatMap((name) => lintList(text, tree, name, isChannel)),
  ];
  return found.toSorted((a, b) => order[a.severity] - order[b.severity]);
}

const mostFixes = 100;

/** Carries out every fix that there is. What could be right in several ways stays. */
export function fixScope(text: string, isChannel: boolean): string {
  let now = text;
  for (let count = 0; count < mostFixes; count += 1) {
    const next = lintScope(now, isChannel).find(({ fix }) => fix !== null && fix.text !== now)?.fix;
    if (!next) return now;
    now = next.text;
  }
  return now;
}
