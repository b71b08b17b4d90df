import { type JSONPathQuery, jsonpath, TokenKind } from 'json-p3';
import { compareNumbers } from '../compare-numbers.ts';
import { childrenOf, countChildren, type JsonIndex, type JsonKind, kindOf } from './json-index.ts';
import { keyOfNode, sourceOfNode, stringOfNode } from './node-text.ts';

const {
  BooleanLiteral,
  FunctionExtension,
  InfixExpression,
  LogicalExpression,
  NullLiteral,
  NumberLiteral,
  PrefixExpression,
  RelativeQuery,
  RootQuery,
  StringLiteral,
} = jsonpath.expressions;
type Expression = InstanceType<typeof jsonpath.expressions.FilterExpression>;

/** A value in a comparison. Numbers are what is written, so that every digit counts. */
type Comparable =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'word'; readonly word: JsonKind }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly source: string }
  | { readonly kind: 'container'; readonly node: number };

/** The nodes that a query selects from a node on. */
export type NodeQuery = (from: number) => ArrayLike<number>;

const nothing: Comparable = { kind: 'nothing' };

function comparableOf(index: JsonIndex, node: number): Comparable {
  const kind = kindOf(index, node);
  switch (kind) {
    case 'string':
      return { kind: 'string', text: stringOfNode(index, node) };
    case 'number':
      return { kind: 'number', source: sourceOfNode(index, node) };
    case 'object':
    case 'array':
      return { kind: 'container', node };
    default:
      return { kind: 'word', word: kind };
  }
}

function membersOf(index: JsonIndex, node: number): ReadonlyMap<string, number> {
  return new Map([...childrenOf(index, node)].map((child) => [keyOfNode(index, child) ?? '', child]));
}

/** Two containers are equal when their elements are, or their members in any order (RFC 9535 §2.3.5.2.2). */
function areEqualContainers(index: JsonIndex, left: number, right: number): boolean {
  const kind = kindOf(index, left);
  if (kind !== kindOf(index, right)) return false;
  const areEqual = (a: number, b: number) => equals(index, comparableOf(index, a), comparableOf(index, b));
  if (kind === 'array') {
    const [a, b] = [[...childrenOf(index, left)], [...childrenOf(index, right)]];
    return a.length === b.length && a.every((child, at) => areEqual(child, b[at] ?? 0));
  }
  const [a, b] = [membersOf(index, left), membersOf(index, right)];
  return (
    a.size === b.size &&
    [...a].every(([name, child]) => {
      const other = b.get(name);
      return other !== undefined && areEqual(child, other);
    })
  );
}

function equals(index: JsonIndex, left: Comparable, right: Comparable): boolean {
  if (left.kind === 'nothing' || right.kind === 'nothing') return left.kind === right.kind;
  if (left.kind === 'word' && right.kind === 'word') return left.word === right.word;
  if (left.kind === 'string' && right.kind === 'string') return left.text === right.text;
  if (left.kind === 'number' && right.kind === 'number')
    return compareNumbers(left.source, right.source) === 0;
  if (left.kind === 'container' && right.kind === 'container') {
    return left.node === right.node || areEqualContainers(index, left.node, right.node);
  }
  return false;
}

/** By Unicode scalar values (RFC 9535 §2.3.5.2.2), which UTF-16 code units order differently beyond the BMP. */
function isTextBefore(left: string, right: string): boolean {
  const [a, b] = [[...left], [...right]];
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return a.length < b.length;
}

function isBefore(left: Comparable, right: Comparable): boolean {
  if (left.kind === 'string' && right.kind === 'string') return isTextBefore(left.text, right.text);
  return left.kind === 'number' && right.kind === 'number' && compareNumbers(left.source, right.source) < 0;
}

function compare(index: JsonIndex, left: Comparable, operator: string, right: Comparable): boolean {
  switch (operator) {
    case '==':
      return equals(index, left, right);
    case '!=':
      return !equals(index, left, right);
    case '<':
      return isBefore(left, right);
    case '>':
      return isBefore(right, left);
    case '<=':
      return isBefore(left, right) || equals(index, left, right);
    case '>=':
      return isBefore(right, left) || equals(index, left, right);
    default:
      return false;
  }
}

/** The number as the query has it: the parser's own value is a double. */
function numberSource(token: { readonly kind: string; readonly value: string }): string {
  return token.kind === TokenKind.NUMBER ? token.value.replace(/^-0$/, '0') : '0';
}

function constantOf(term: Expression): Comparable | null {
  if (term instanceof StringLiteral) return { kind: 'string', text: term.value };
  if (term instanceof NumberLiteral) return { kind: 'number', source: numberSource(term.token) };
  if (term instanceof BooleanLiteral) return { kind: 'word', word: term.value ? 'true' : 'false' };
  return term instanceof NullLiteral ? { kind: 'word', word: 'null' } : null;
}

const matching = new jsonpath.functions.Match();
const searching = new jsonpath.functions.Search();

type Read = (node: number) => Comparable;
type Holds = (node: number) => boolean;

/**
 * A predicate over nodes from the expression of a filter selector (RFC 9535 §2.3.5).
 *
 * @param prepare - makes a query of the expression ready to be applied again and again
 */
export function createFilter(
  index: JsonIndex,
  expression: Expression,
  prepare: (query: JSONPathQuery) => NodeQuery,
): Holds {
  function nodesOf(query: Expression): NodeQuery {
    if (query instanceof RelativeQuery) return prepare(query.path);
    if (!(query instanceof RootQuery)) return () => [];
    const fromRoot = prepare(query.path);
    let found: ArrayLike<number> | null = null;
    return () => {
      found ??= fromRoot(0);
      return found;
    };
  }

  function lengthOf(value: Comparable): Comparable {
    if (value.kind === 'string') return { kind: 'number', source: String([...value.text].length) };
    if (value.kind !== 'container') return nothing;
    return { kind: 'number', source: String(countChildren(index, value.node)) };
  }

  function operand(term: Expression): Read {
    const constant = constantOf(term);
    if (constant !== null) return () => constant;
    if (term instanceof FunctionExtension) return callValue(term.name, term.args);
    const nodes = nodesOf(term);
    return (node) => {
      const found = nodes(node);
      const last = found[found.length - 1];
      return last === undefined ? nothing : comparableOf(index, last);
    };
  }

  function callValue(name: string, [first]: readonly Expression[]): Read {
    if (first === undefined) return () => nothing;
    if (name === 'length') {
      const value = operand(first);
      return (node) => lengthOf(value(node));
    }
    const nodes = nodesOf(first);
    if (name === 'count') return (node) => ({ kind: 'number', source: String(nodes(node).length) });
    return (node) => {
      const found = nodes(node);
      const only = found[0];
      return name === 'value' && found.length === 1 && only !== undefined
        ? comparableOf(index, only)
        : nothing;
    };
  }

  function callLogical(name: string, args: readonly Expression[]): Holds {
    const [text, pattern] = args.map(operand);
    const regular = name === 'match' ? matching : searching;
    return (node) => {
      const [subject, wanted] = [text?.(node), pattern?.(node)];
      return (
        subject?.kind === 'string' && wanted?.kind === 'string' && regular.call(subject.text, wanted.text)
      );
    };
  }

  function holds(test: Expression): Holds {
    if (test instanceof LogicalExpression) return holds(test.expression);
    if (test instanceof PrefixExpression) {
      const denied = holds(test.right);
      return (node) => !denied(node);
    }
    if (test instanceof InfixExpression) {
      const { operator } = test;
      if (operator === '&&' || operator === '||') {
        const [left, right] = [holds(test.left), holds(test.right)];
        return operator === '&&' ? (node) => left(node) && right(node) : (node) => left(node) || right(node);
      }
      const [left, right] = [operand(test.left), operand(test.right)];
      return (node) => compare(index, left(node), operator, right(node));
    }
    if (test instanceof FunctionExtension) return callLogical(test.name, test.args);
    const nodes = nodesOf(test);
    return (node) => nodes(node).length > 0;
  }

  return holds(expression);
}
