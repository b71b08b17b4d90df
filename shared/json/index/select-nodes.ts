import { type JSONPathQuery, jsonpath, TokenKind } from 'json-p3';
import { createFilter, type NodeQuery } from './filter-nodes.ts';
import { createGrowingList } from './growing-list.ts';
import {
  childrenOf,
  countChildren,
  hasKey,
  isContainer,
  type JsonIndex,
  keyHasEscapes,
  kindOf,
  nextOf,
  none,
} from './json-index.ts';
import { keyOfNode } from './node-text.ts';

const { FilterSelector, IndexSelector, NameSelector, SliceSelector, WildcardSelector } = jsonpath.selectors;
type Selector = InstanceType<typeof jsonpath.JSONPathSelector>;

/** Applies one selector to one node; what it selects goes to `select`. */
export type ApplySelector = (node: number, select: (node: number) => void) => void;

function byName(index: JsonIndex, name: string): ApplySelector {
  const bytes = new TextEncoder().encode(name);
  const isNamed = (child: number): boolean => {
    const flags = index.flags[child] ?? 0;
    if ((flags & hasKey) === 0) return false;
    if ((flags & keyHasEscapes) !== 0) return keyOfNode(index, child) === name;
    const from = (index.label[child] ?? 0) + 1;
    if (index.bytes[from + bytes.length] !== 0x22) return false;
    for (let at = 0; at < bytes.length; at += 1) {
      if (index.bytes[from + at] !== bytes[at]) return false;
    }
    return true;
  };
  return (node, select) => {
    if (kindOf(index, node) !== 'object') return;
    for (const child of childrenOf(index, node)) if (isNamed(child)) select(child);
  };
}

function byIndex(index: JsonIndex, wanted: number): ApplySelector {
  return (node, select) => {
    if (kindOf(index, node) !== 'array') return;
    const place = wanted < 0 ? countChildren(index, node) + wanted : wanted;
    if (place < 0) return;
    let at = 0;
    for (const child of childrenOf(index, node)) {
      if (at === place) {
        select(child);
        return;
      }
      at += 1;
    }
  };
}

interface Slice {
  readonly start?: number | undefined;
  readonly stop?: number | undefined;
  readonly step?: number | undefined;
}

/** RFC 9535 §2.3.4.2. */
function bySlice(index: JsonIndex, { start, stop, step = 1 }: Slice): ApplySelector {
  return (node, select) => {
    if (step === 0 || kindOf(index, node) !== 'array') return;
    const children = [...childrenOf(index, node)];
    const length = children.length;
    const normal = (place: number) => (place >= 0 ? place : length + place);
    const from = normal(start ?? (step > 0 ? 0 : length - 1));
    const to = stop === undefined ? (step > 0 ? length : -length - 1) : stop;
    const clamp = (place: number, low: number, high: number) => Math.min(Math.max(place, low), high);
    if (step > 0) {
      const upper = clamp(normal(to), 0, length);
      for (let at = clamp(from, 0, length); at < upper; at += step) select(children[at] as number);
    } else {
      const lower = clamp(normal(to), -1, length - 1);
      for (let at = clamp(from, -1, length - 1); at > lower; at += step) select(children[at] as number);
    }
  };
}

function selectorOf(index: JsonIndex, selector: Selector): ApplySelector {
  if (selector instanceof NameSelector) return byName(index, selector.name);
  if (selector instanceof IndexSelector) return byIndex(index, selector.index);
  if (selector instanceof SliceSelector) return bySlice(index, selector);
  if (selector instanceof WildcardSelector) {
    return (node, select) => {
      for (const child of childrenOf(index, node)) select(child);
    };
  }
  if (selector instanceof FilterSelector) {
    const holds = createFilter(index, selector.expression, (query) => queryOf(index, query));
    return (node, select) => {
      for (const child of childrenOf(index, node)) if (holds(child)) select(child);
    };
  }
  return () => {};
}

/** The one node to which names and places lead, or `none`; null for a query that can select several. */
function singularOf(index: JsonIndex, query: JSONPathQuery): ((from: number) => number) | null {
  if (!query.singularQuery()) return null;
  const steps = query.segments.flatMap(({ selectors }) =>
    selectors.map((selector) => selectorOf(index, selector)),
  );
  return (from) => {
    let at = from;
    for (const apply of steps) {
      let found: number = none;
      apply(at, (node) => {
        found = node;
      });
      if (found === none) return none;
      at = found;
    }
    return at;
  };
}

/** A query that is applied again and again. */
function queryOf(index: JsonIndex, query: JSONPathQuery): NodeQuery {
  const singular = singularOf(index, query);
  if (singular !== null) {
    return (from) => {
      const node = singular(from);
      return node === none ? [] : [node];
    };
  }
  return (from) => selectNodes(index, query, { from });
}

interface Extent {
  /** Where the query starts: the root when absent. */
  readonly from?: number;
  /** More nodes than these are left out. */
  readonly limit?: number;
}

/** The nodes that a JSONPath selects, in its order; one that is selected twice is there twice (RFC 9535 §2.1.2). */
export function selectNodes(
  index: JsonIndex,
  query: JSONPathQuery,
  { from = 0, limit = 2_000_000 }: Extent = {},
): Uint32Array {
  let nodes: Uint32Array = index.count === 0 ? new Uint32Array() : Uint32Array.of(from);
  for (const segment of query.segments) {
    const selected = createGrowingList();
    const select = (node: number) => {
      if (selected.length < limit) selected.push(node);
    };
    const selectors = segment.selectors.map((selector) => selectorOf(index, selector));
    const isDescendant = segment.token.kind === TokenKind.DDOT;
    for (const node of nodes) {
      const last = isDescendant ? nextOf(index, node) : node + 1;
      for (let at = node; at < last && selected.length < limit; at += 1) {
        if (!isContainer(index, at)) continue;
        for (const apply of selectors) apply(at, select);
      }
    }
    nodes = selected.toArray();
  }
  return nodes;
}
