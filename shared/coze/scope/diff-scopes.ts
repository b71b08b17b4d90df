import { formatJson } from '../../json/format-json.ts';
import { membersOf, pointerStep, sourceOf } from '../../json/json-members.ts';
import { type JsonNode, parseJson } from '../../json/parse-json.ts';

/** One thing that two scopes do not have in common. */
export interface ScopeDifference {
  /** JSON pointer of the member; of an entry that only one list has, the list's. */
  readonly path: string;
  /** The value: text without its quotation marks, else JSON. Null where there is none. */
  readonly left: string | null;
  readonly right: string | null;
}

/** How two scopes differ; null for a text that is no JSON object. */
export interface ScopeComparison {
  readonly differences: readonly ScopeDifference[];
  /** Entries and values that both have. */
  readonly common: number;
}

interface Side {
  readonly text: string;
  readonly node: JsonNode;
}

function shown({ text, node }: Side): string {
  return node.type === 'string' ? String(node.value) : formatJson(sourceOf(text, node));
}

/** A list of texts, which is compared as a set. */
function isList({ node }: Side): boolean {
  return node.type === 'array' && (node.children ?? []).every(({ type }) => type === 'string');
}

function entriesOf({ text, node }: Side): ReadonlySet<string> {
  return new Set((node.children ?? []).map((child) => shown({ text, node: child })));
}

function compareLists(path: string, left: Side, right: Side): ScopeComparison {
  const lefts = entriesOf(left);
  const rights = entriesOf(right);
  const only = (mine: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...mine].filter((entry) => !others.has(entry));
  return {
    differences: [
      ...only(lefts, rights).map((entry) => ({ path, left: entry, right: null })),
      ...only(rights, lefts).map((entry) => ({ path, left: null, right: entry })),
    ],
    common: [...lefts].filter((entry) => rights.has(entry)).length,
  };
}

function sidesByName({ text, node }: Side): ReadonlyMap<string, Side> {
  return new Map(membersOf(node).map(({ name, value }) => [name, { text, node: value }]));
}

function joined(parts: readonly ScopeComparison[]): ScopeComparison {
  return {
    differences: parts.flatMap(({ differences }) => differences),
    common: parts.reduce((sum, { common }) => sum + common, 0),
  };
}

/** A list or object on one side only, entry by entry. */
function alone(path: string, side: Side, which: 'left' | 'right'): readonly ScopeDifference[] {
  const one = (value: string): ScopeDifference =>
    which === 'left' ? { path, left: value, right: null } : { path, left: null, right: value };
  if (isList(side) && entriesOf(side).size > 0) return [...entriesOf(side)].map(one);
  const inner = [...sidesByName(side)];
  if (inner.length === 0) return [one(shown(side))];
  return inner.flatMap(([name, value]) => alone(path + pointerStep(name), value, which));
}

function compare(path: string, left: Side | null, right: Side | null): ScopeComparison {
  if (left === null) return { differences: right === null ? [] : alone(path, right, 'right'), common: 0 };
  if (right === null) return { differences: alone(path, left, 'left'), common: 0 };
  if (left.node.type === 'object' && right.node.type === 'object') {
    const lefts = sidesByName(left);
    const rights = sidesByName(right);
    const names = [...new Set([...lefts.keys(), ...rights.keys()])];
    return joined(
      names.map((name) =>
        compare(path + pointerStep(name), lefts.get(name) ?? null, rights.get(name) ?? null),
      ),
    );
  }
  if (isList(left) && isList(right)) return compareLists(path, left, right);
  const values = { left: shown(left), right: shown(right) };
  return left.node.type === right.node.type && values.left === values.right
    ? { differences: [], common: 1 }
    : { differences: [{ path, ...values }], common: 0 };
}

function sideOf(text: string): Side | 'none' | null {
  if (text.trim() === '') return 'none';
  const parsed = parseJson(text);
  return parsed.ok && parsed.tree.type === 'object' ? { text, node: parsed.tree } : null;
}

/**
 * Compares what two scopes say: lists of texts as sets, all else value by value, with every digit. The order of members and
 * entries is no difference; empty text, which is no scope, has nothing.
 *
 * @returns null when a text is neither empty nor a JSON object
 */
export function diffScopes(left: string, right: string): ScopeComparison | null {
  const sides = [sideOf(left), sideOf(right)] as const;
  const [a, b] = sides;
  if (a === null || b === null) return null;
  return compare('', a === 'none' ? null : a, b === 'none' ? null : b);
}
