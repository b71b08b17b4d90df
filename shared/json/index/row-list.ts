import { createGrowingList } from './growing-list.ts';
import { childrenOf, isContainer, type JsonIndex, nextOf, none } from './json-index.ts';
import { createNodeSet, type NodeSet } from './node-set.ts';

/** Deepest level that a row can have; deeper ones look the same. */
const mostLevel = 0xfff;

/** One row of a tree that is partly folded. */
export interface TreeRow {
  /** Number of the document: 0 for the answer, others for JSON that stood in a string. */
  readonly doc: number;
  readonly node: number;
  readonly level: number;
}

/** The rows of a tree of any size: what is folded costs nothing, and each row is found by its number at once. */
export interface RowList {
  readonly length: number;
  readonly row: (place: number) => TreeRow;
  /** True when the children of this row are below it. */
  readonly isOpen: (place: number) => boolean;
  /** Adds the nodes that the answer has grown by. */
  readonly extend: () => void;
  readonly open: (place: number) => void;
  readonly close: (place: number) => void;
  /** Opens every container down to a level; 0 leaves the outermost rows. */
  readonly openTo: (level: number) => void;
  /** Opens what is around a node of the answer and gives its row; null in a list that does not hold it. */
  readonly reveal: (node: number) => number | null;
}

/** The document in the string `node`, or null when it holds none. */
export type InnerDocument = (doc: number, node: number) => number | null;

interface Options {
  readonly documents: readonly JsonIndex[];
  readonly inner: InnerDocument;
  /** The nodes of the answer that stand outermost; null for the whole answer. */
  readonly roots: Uint32Array | null;
  /** From so many rows on what comes is folded at first. */
  readonly openRows: number;
}

/** Rows are two numbers each: the node; and document and level together. */
export function createRowList({ documents, inner, roots, openRows }: Options): RowList {
  const nodes = createGrowingList();
  const places = createGrowingList();
  /** What was opened or closed by hand or by the first look, for each document. */
  const opened: NodeSet[] = [];
  /** The containers around the next node of the answer, and whether it can be seen. */
  let edge: { readonly node: number; readonly isVisible: boolean }[] = [];
  let seen = 0;

  const documentOf = (doc: number): JsonIndex => documents[doc] as JsonIndex;
  const openIn = (doc: number): NodeSet => {
    let set = opened[doc];
    if (set === undefined) {
      set = createNodeSet();
      opened[doc] = set;
    }
    return set;
  };
  const packed = (doc: number, level: number) => doc * (mostLevel + 1) + Math.min(level, mostLevel);
  const levelAt = (place: number) => places.at(place) & mostLevel;
  const docAt = (place: number) => Math.floor(places.at(place) / (mostLevel + 1));

  function isOpen(place: number): boolean {
    return place + 1 < nodes.length && levelAt(place + 1) > levelAt(place);
  }

  /** What stands below an open row, into `into`. */
  function collect(
    doc: number,
    node: number,
    level: number,
    into: { nodes: number[]; places: number[] },
  ): void {
    const stack: { readonly iterator: Iterator<number>; readonly doc: number; readonly level: number }[] = [];
    const enter = (innerDoc: number, innerNode: number, innerLevel: number) => {
      const index = documentOf(innerDoc);
      if (isContainer(index, innerNode)) {
        stack.push({ iterator: childrenOf(index, innerNode), doc: innerDoc, level: innerLevel });
        return;
      }
      const nested = inner(innerDoc, innerNode);
      if (nested === null) return;
      stack.push({ iterator: childrenOf(documentOf(nested), 0), doc: nested, level: innerLevel });
    };
    enter(doc, node, level + 1);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { value, done } = top.iterator.next();
      if (done === true) {
        stack.pop();
        continue;
      }
      into.nodes.push(value);
      into.places.push(packed(top.doc, top.level));
      if (openIn(top.doc).has(value)) enter(top.doc, value, top.level + 1);
    }
  }

  function open(place: number): void {
    if (place >= nodes.length || isOpen(place)) return;
    const [doc, node, level] = [docAt(place), nodes.at(place), levelAt(place)];
    openIn(doc).add(node);
    const below = { nodes: [] as number[], places: [] as number[] };
    collect(doc, node, level, below);
    nodes.splice(place + 1, 0, Uint32Array.from(below.nodes));
    places.splice(place + 1, 0, Uint32Array.from(below.places));
  }

  function close(place: number): void {
    const level = levelAt(place);
    openIn(docAt(place)).remove(nodes.at(place));
    let end = place + 1;
    while (end < nodes.length && levelAt(end) > level) end += 1;
    nodes.splice(place + 1, end - place - 1, new Uint32Array());
    places.splice(place + 1, end - place - 1, new Uint32Array());
  }

  function extend(): void {
    if (roots !== null) return;
    const index = documentOf(0);
    const isOpenNow = openIn(0);
    edge = edge.map((around, depth) => ({
      node: around.node,
      isVisible: edge.slice(0, depth + 1).every(({ node }) => isOpenNow.has(node)),
    }));
    for (; seen < index.count; seen += 1) {
      const parent = index.parent[seen] ?? none;
      while (edge.length > 0 && edge.at(-1)?.node !== parent) edge.pop();
      const isVisible = edge.at(-1)?.isVisible ?? true;
      if (isVisible) {
        nodes.push(seen);
        places.push(packed(0, edge.length));
      } else if (!isContainer(index, seen)) {
        continue;
      } else if (index.next[seen] !== 0) {
        seen = nextOf(index, seen) - 1;
        continue;
      }
      if (!isContainer(index, seen)) continue;
      if (isVisible && (edge.length === 0 || nodes.length < openRows)) isOpenNow.add(seen);
      edge.push({ node: seen, isVisible: isVisible && isOpenNow.has(seen) });
    }
  }

  function openTo(level: number): void {
    const index = documentOf(0);
    const outermost = roots ?? Uint32Array.of(0);
    opened.length = 0;
    const isOpenNow = openIn(0);
    const mark = (node: number, at: number) => {
      const stack = [{ node, at }];
      for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
        if (top.at >= level || !isContainer(index, top.node)) continue;
        isOpenNow.add(top.node);
        for (const child of childrenOf(index, top.node)) {
          if (isContainer(index, child)) stack.push({ node: child, at: top.at + 1 });
        }
      }
    };
    const all = { nodes: [] as number[], places: [] as number[] };
    if (index.count > 0) {
      for (const root of outermost) {
        mark(root, 0);
        all.nodes.push(root);
        all.places.push(packed(0, 0));
        if (isOpenNow.has(root)) collect(0, root, 0, all);
      }
    }
    nodes.splice(0, nodes.length, Uint32Array.from(all.nodes));
    places.splice(0, places.length, Uint32Array.from(all.places));
  }

  /** The row of a node of the answer among the rows from `from` to `to`, which ascend when rows of other documents are left out. */
  function find(node: number): number | null {
    let low = 0;
    let high = nodes.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      let at = middle;
      while (at >= low && docAt(at) !== 0) at -= 1;
      if (at < low) {
        low = middle + 1;
        continue;
      }
      const found = nodes.at(at);
      if (found === node) return at;
      if (found < node) low = middle + 1;
      else high = at - 1;
    }
    return null;
  }

  if (roots !== null) {
    for (const root of roots) {
      nodes.push(root);
      places.push(packed(0, 0));
    }
  }

  return {
    get length() {
      return nodes.length;
    },
    row: (place) => ({ doc: docAt(place), node: nodes.at(place), level: levelAt(place) }),
    isOpen,
    extend,
    open,
    close,
    openTo,
    reveal: (node) => {
      if (roots !== null) return null;
      const index = documentOf(0);
      const around: number[] = [];
      for (let at = index.parent[node] ?? none; at !== none; at = index.parent[at] ?? none) around.push(at);
      for (const outer of around.reverse()) {
        const place = find(outer);
        if (place !== null) open(place);
      }
      return find(node);
    },
  };
}
