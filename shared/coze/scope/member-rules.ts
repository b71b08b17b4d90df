import { applyEdits } from 'jsonc-parser';
import { removeMember } from '../../json/edit-member.ts';
import { isBeyondDouble } from '../../json/is-beyond-double.ts';
import { membersOf, pointerStep, sourceOf } from '../../json/json-members.ts';
import type { JsonNode } from '../../json/parse-json.ts';
import { named, type ScopeFinding, scopeFinding } from './scope-finding.ts';
import { listNames, listPaths, rangeOf, rangeOfMember, sdkOnlyMembers } from './scope-lists.ts';

/** The members that are known inside each object, by its pointer. */
const known: ReadonlyMap<string, ReadonlySet<string>> = listNames.reduce((map, name) => {
  let pointer = '';
  for (const step of listPaths[name]) {
    map.set(pointer, (map.get(pointer) ?? new Set()).add(step));
    pointer += pointerStep(step);
  }
  return map;
}, new Map<string, Set<string>>());

const folded = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');

/** The known member that `name` is another spelling of, such as `permissionList` or `permission_lists`. */
function meant(name: string, present: readonly string[], pointer: string): string | null {
  const near = folded(name);
  const found = [...(known.get(pointer) ?? [])].filter(
    (candidate) => !present.includes(candidate) && [near, near.replace(/s$/, '')].includes(folded(candidate)),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function lintObject(text: string, node: JsonNode, pointer: string): readonly ScopeFinding[] {
  const names = known.get(pointer);
  if (names === undefined || node.type !== 'object') return [];
  const members = membersOf(node);
  const present = members.map(({ name }) => name);
  return members.flatMap((member, index): readonly ScopeFinding[] => {
    const { name, nameNode, value } = member;
    const path = pointer + pointerStep(name);
    const places = [rangeOfMember(member)];
    if (present.indexOf(name) < index && present.lastIndexOf(name) === index) {
      return [
        scopeFinding('member-repeated', { path, params: { name }, places }),
        ...inner(text, value, path),
      ];
    }
    if (present.lastIndexOf(name) !== index) return [];
    if (names.has(name)) return inner(text, value, path);
    const expected = meant(name, present, pointer);
    if (expected === null) {
      return [scopeFinding('member-unknown', { path, params: { name: name.slice(0, 80) }, places })];
    }
    const edit = { offset: nameNode.offset, length: nameNode.length, content: JSON.stringify(expected) };
    return [
      scopeFinding('member-misspelt', {
        path,
        params: { name: name.slice(0, 80), expected },
        places: [rangeOf(nameNode)],
        fix: { kind: 'rename', value: expected, text: applyEdits(text, [edit]) },
      }),
    ];
  });
}

/** A member that is known: its own kind, then what is inside. */
function inner(text: string, value: JsonNode, path: string): readonly ScopeFinding[] {
  const steps = path.split('/').slice(1);
  if (value.type === 'null') {
    const fix = { kind: 'remove', value: '', text: removeMember(text, steps) } as const;
    return [
      scopeFinding('null-member', {
        path,
        params: { name: steps.at(-1) ?? '' },
        places: [rangeOf(value)],
        fix,
      }),
    ];
  }
  if (!known.has(path)) return [];
  if (value.type !== 'object') {
    return [
      scopeFinding('not-an-object', { path, params: { name: steps.at(-1) ?? '' }, places: [rangeOf(value)] }),
    ];
  }
  return [...sdkOnly(value, path), ...lintObject(text, value, path)];
}

function sdkOnly(value: JsonNode, path: string): readonly ScopeFinding[] {
  const name = sdkOnlyMembers.find((candidate) => path === pointerStep(candidate));
  return name === undefined
    ? []
    : [scopeFinding('sdk-only', { path, params: { name }, places: [rangeOf(value)] })];
}

/** Members that are unknown, misspelt, repeated, null or of another kind than the documented shape has. */
export function lintMembers(text: string, tree: JsonNode): readonly ScopeFinding[] {
  return lintObject(text, tree, '');
}

const listPointers = new Set(listNames.map((name) => listPaths[name].map(pointerStep).join('')));

function inexact(text: string, node: JsonNode, pointer: string): readonly JsonNode[] {
  if (listPointers.has(pointer)) return [];
  if (node.type === 'number') return isBeyondDouble(sourceOf(text, node)) ? [node] : [];
  if (node.type === 'object') {
    return membersOf(node).flatMap(({ name, value }) => inexact(text, value, pointer + pointerStep(name)));
  }
  return (node.children ?? []).flatMap((child, index) => inexact(text, child, pointer + pointerStep(index)));
}

/** Numbers outside the known lists that would not be sent with the digits that they are written with. */
export function lintNumbers(text: string, tree: JsonNode): readonly ScopeFinding[] {
  const found = inexact(text, tree, '');
  if (found.length === 0) return [];
  const edits = found.map((node) => ({
    offset: node.offset,
    length: node.length,
    content: JSON.stringify(sourceOf(text, node)),
  }));
  return [
    scopeFinding('number-inexact', {
      params: named(found.map((node) => sourceOf(text, node))),
      places: found.map(rangeOf),
      fix: { kind: 'to-text', value: '', text: applyEdits(text, edits) },
    }),
  ];
}
