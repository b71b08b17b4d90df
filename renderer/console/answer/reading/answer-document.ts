import { isKnownId } from '../../../../shared/coze/known-ids.ts';
import { formatJson } from '../../../../shared/json/format-json.ts';
import { foundIds } from '../../../../shared/json/index/found-ids.ts';
import { indexJson, type JsonIndexing } from '../../../../shared/json/index/index-json.ts';
import type { JsonIndex } from '../../../../shared/json/index/json-index.ts';
import { parsePath } from '../../../../shared/json/index/json-path.ts';
import {
  pathOfNode,
  sourceOfNode,
  stringOfNode,
  textOfBytes,
  valueText,
} from '../../../../shared/json/index/node-text.ts';
import { createRowList, type RowList } from '../../../../shared/json/index/row-list.ts';
import { findBytes, searchIndex } from '../../../../shared/json/index/search-index.ts';
import { selectNodes } from '../../../../shared/json/index/select-nodes.ts';
import type {
  BodyToRead,
  FaultPlace,
  FilterResult,
  FoundId,
  JsonRow,
  Questions,
  ReadingState,
} from './answer-protocol.ts';
import { looksLikeJson, rowOfNode } from './json-row.ts';
import { createTextLines, type TextLines } from './text-lines.ts';

/** A body in the hands of the worker. */
export interface AnswerDocument {
  /** Takes over that the first `length` bytes are there; `isCut` says that those behind the last are not read. */
  readonly take: (bytes: Uint8Array, length: number, isLast: boolean, isCut?: boolean) => void;
  readonly state: () => ReadingState;
  readonly answers: {
    readonly [Name in keyof Questions]: (ask: Questions[Name]['ask']) => Questions[Name]['answer'];
  };
}

/** Answers up to this many bytes are shown with everything open; of longer ones the first rows. */
const smallBytes = 100_000;
const firstRows = 150;
const innerLimit = 32 * 1024 * 1024;
const mostInner = 1000;
const longestCopy = 1_900_000;
/** While a text comes, its lines are found anew with each piece up to this many bytes, then when it is longer by a part of it. */
const liveBytes = 2 * 1024 * 1024;
const liveGrowth = 1.25;

export function createAnswerDocument(body: BodyToRead): AnswerDocument {
  let indexing: JsonIndexing | null = null;
  let bytes = new Uint8Array();
  let length = 0;
  let isComplete = false;
  let isCut = false;
  let version = 0;
  let isShown = false;
  const documents: JsonIndex[] = [];
  /** By number of the document and node: the number of the document in that string, or null. */
  const innerOf = new Map<string, number | null>();
  const hosts: { readonly doc: number; readonly node: number }[] = [];
  let all: RowList | null = null;
  let filtered: RowList | null = null;
  let matched: Uint32Array = new Uint32Array();
  let text: TextLines | null = null;
  let linesDueAt = 1;
  let hits: { readonly query: string; readonly in: 'tree' | 'text'; readonly nodes: Uint32Array } | null =
    null;
  let fault: FaultPlace | null = null;

  const openRows = body.isWhole !== false && body.bytes <= smallBytes ? Number.POSITIVE_INFINITY : firstRows;

  function inner(doc: number, node: number): number | null {
    const name = `${doc} ${node}`;
    const known = innerOf.get(name);
    if (known !== undefined) return known;
    const index = documents[doc];
    let found: number | null = null;
    if (index !== undefined && documents.length < mostInner && looksLikeJson(index, node)) {
      const innerBytes = new TextEncoder().encode(stringOfNode(index, node));
      if (innerBytes.length <= innerLimit) {
        const innerIndexing = indexJson(innerBytes);
        innerIndexing.read(innerBytes.length, true);
        if (innerIndexing.index.fault === null) {
          found = documents.length;
          documents.push(innerIndexing.index);
          hosts[found] = { doc, node };
        }
      }
    }
    innerOf.set(name, found);
    return found;
  }

  function newRows(roots: Uint32Array | null): RowList {
    return createRowList({ documents, inner, roots, openRows });
  }

  const rows = (): RowList | null => filtered ?? all;

  function textLines(): TextLines {
    text ??= createTextLines(bytes.subarray(0, length));
    return text;
  }

  /** Line and column of a byte; the line may be very long. */
  function faultPlace(code: FaultPlace['code'], at: number): FaultPlace {
    let line = 1;
    let lineStart = 0;
    for (let feed = bytes.indexOf(0x0a); feed !== -1 && feed < at; feed = bytes.indexOf(0x0a, feed + 1)) {
      line += 1;
      lineStart = feed + 1;
    }
    const column = textOfBytes(bytes, lineStart, at).length + 1;
    return { code, line, column, row: textLines().rowOf(at) };
  }

  function take(newBytes: Uint8Array, newLength: number, isLast: boolean, isPart = false): void {
    const areLinesDue = !body.isJson && !isLast && newLength >= linesDueAt && newLength > length;
    if (newLength > length && (body.isJson || isLast || areLinesDue)) text = null;
    bytes = newBytes as Uint8Array<ArrayBuffer>;
    length = newLength;
    isCut = isPart;
    if (body.isJson) {
      if (indexing === null) {
        indexing = indexJson(newBytes);
        documents[0] = indexing.index;
        all = newRows(null);
      }
      if (indexing.index.bytes !== newBytes) indexing.moved(newBytes);
      indexing.read(newLength, isLast);
      all?.extend();
    }
    const isFirst = !isShown && (all?.length ?? 0) > 0;
    if (isFirst) isShown = true;
    isComplete = isLast;
    if (isLast && indexing !== null && indexing.index.fault !== null) {
      const { code, at } = indexing.index.fault;
      fault = faultPlace(code, at);
    }
    if (areLinesDue || (isLast && !body.isJson)) textLines();
    if (areLinesDue) linesDueAt = length < liveBytes ? length + 1 : length * liveGrowth;
    // Rows that are there stay as they are while others come behind them; only what is still open changes at the end.
    if (isFirst || isLast || areLinesDue) version += 1;
  }

  function pathOf(doc: number, node: number): string {
    const index = documents[doc];
    const host = hosts[doc];
    if (index === undefined) return '';
    const own = pathOfNode(index, node);
    return host === undefined ? own : `${pathOf(host.doc, host.node)} → ${own}`;
  }

  function rowAt(list: RowList, place: number): JsonRow | null {
    const { doc, node, level } = list.row(place);
    const index = documents[doc];
    if (index === undefined || place >= list.length) return null;
    const isRoot = filtered !== null && level === 0;
    const holdsJson = inner(doc, node) !== null;
    const path = isRoot ? pathOf(doc, node) : null;
    return rowOfNode(index, node, { place, level, path, isOpen: list.isOpen(place), holdsJson });
  }

  function filter(path: string | null): FilterResult {
    const index = documents[0];
    version += 1;
    if (path === null || index === undefined) {
      filtered = null;
      return { ok: true, count: 0 };
    }
    const parsed = parsePath(path);
    if (!parsed.ok) {
      filtered = null;
      return { ok: false, at: parsed.at };
    }
    const nodes = selectNodes(index, parsed.query);
    matched = nodes;
    filtered = newRows(nodes);
    if (nodes.length === 1) filtered.open(0);
    return { ok: true, count: nodes.length };
  }

  function matches(): string | null {
    const index = documents[0];
    const sources: string[] = [];
    let room = longestCopy;
    for (const node of index === undefined || filtered === null ? [] : matched) {
      const source = sourceOfNode(index as JsonIndex, node);
      room -= source.length;
      if (room < 0) return null;
      sources.push(source);
    }
    return formatJson(`[${sources.join(',')}]`);
  }

  function search(query: string, where: 'tree' | 'text'): number {
    const index = documents[0];
    if (where === 'tree') {
      hits = { query, in: where, nodes: index === undefined ? new Uint32Array() : searchIndex(index, query) };
    } else {
      const places = findBytes(bytes.subarray(0, length), new TextEncoder().encode(query));
      hits = { query, in: where, nodes: Uint32Array.from(places) };
    }
    return hits.nodes.length;
  }

  function hit(number: number): number | null {
    const found = hits?.nodes[number];
    if (hits === null || found === undefined) return null;
    if (hits.in === 'text') return textLines().rowOf(found);
    filtered = null;
    version += 1;
    return all?.reveal(found) ?? null;
  }

  function ids(): readonly FoundId[] {
    const index = documents[0];
    if (index === undefined) return [];
    return [...foundIds(index, isKnownId)].map(([name, value]) => ({ name, value }));
  }

  return {
    take,
    state: () => ({
      version,
      isComplete,
      bytes: length,
      isCut,
      rows: rows()?.length ?? 0,
      lines: text?.count ?? 0,
      fault,
      isUnreachable: false,
    }),
    answers: {
      rows: ({ from, to }) => {
        const list = rows();
        if (list === null) return [];
        const places = Array.from(
          { length: Math.max(0, Math.min(to, list.length) - from) },
          (_, at) => from + at,
        );
        return places.map((place) => rowAt(list, place)).filter((row) => row !== null);
      },
      lines: ({ from, to }) => {
        if (text === null) version += 1;
        return textLines().lines(from, to);
      },
      toggle: ({ place }) => {
        const list = rows();
        version += 1;
        if (list?.isOpen(place)) list.close(place);
        else list?.open(place);
        return null;
      },
      around: ({ place }) => {
        const list = rows();
        const level = list?.row(place).level ?? 0;
        for (let at = place - 1; list !== null && at >= 0; at -= 1) if (list.row(at).level < level) return at;
        return null;
      },
      openTo: ({ level }) => {
        version += 1;
        rows()?.openTo(level);
        return null;
      },
      filter: ({ path }) => filter(path),
      search: ({ query, in: where }) => ({ count: search(query, where) }),
      hit: ({ number }) => hit(number),
      copy: ({ place, what }) => {
        const row = rows()?.row(place);
        const index = row === undefined ? undefined : documents[row.doc];
        if (row === undefined || index === undefined) return { text: null };
        const copied = what === 'path' ? pathOf(row.doc, row.node) : valueText(index, row.node);
        return { text: copied.length > longestCopy ? null : copied };
      },
      matches: () => ({ text: matches() }),
      whole: ({ most }) => {
        if (length > most) return { text: null };
        const whole = textOfBytes(bytes, 0, length);
        return { text: body.isJson ? formatJson(whole) : whole };
      },
      ids: () => ids(),
    },
  };
}
