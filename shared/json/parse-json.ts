import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { measureJson } from './measure-json.ts';

/**
 * A node of the syntax tree. `offset` and `length` point into the text that was parsed: numbers are read from there,
 * since `value` of a long one is rounded.
 */
export type JsonNode = Node;

const reasons = {
  InvalidSymbol: 'invalid-symbol',
  InvalidNumberFormat: 'invalid-number',
  PropertyNameExpected: 'name-expected',
  ValueExpected: 'value-expected',
  ColonExpected: 'colon-expected',
  CommaExpected: 'comma-expected',
  CloseBraceExpected: 'close-brace-expected',
  CloseBracketExpected: 'close-bracket-expected',
  EndOfFileExpected: 'end-expected',
  InvalidCommentToken: 'comment',
  UnexpectedEndOfComment: 'comment',
  UnexpectedEndOfString: 'string-not-closed',
  UnexpectedEndOfNumber: 'invalid-number',
  InvalidUnicode: 'invalid-escape',
  InvalidEscapeCharacter: 'invalid-escape',
  InvalidCharacter: 'control-character',
} as const;

/** Why a text is not JSON. */
export type JsonErrorCode = (typeof reasons)[keyof typeof reasons] | 'too-deep' | 'too-many-members';

export interface JsonError {
  readonly code: JsonErrorCode;
  /** Characters (UTF-16 code units) from the start of the text. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

export type ParsedJson =
  | { readonly ok: true; readonly tree: JsonNode }
  | { readonly ok: false; readonly error: JsonError };

export interface JsonLimits {
  readonly depth: number;
  /** Members and elements together. */
  readonly members: number;
}

export const defaultJsonLimits: JsonLimits = { depth: 64, members: 10_000 };

function isKnown(name: string): name is keyof typeof reasons {
  return Object.hasOwn(reasons, name);
}

function errorAt(text: string, offset: number, code: JsonErrorCode): ParsedJson {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  return { ok: false, error: { code, offset, line, column: offset - lineStart + 1 } };
}

/**
 * Parses JSON text strictly (RFC 8259: no comments, no trailing commas, nothing after the value) into a tree that
 * keeps the place of everything in the text. Text beyond `limits` is refused before it is parsed. Never throws.
 */
export function parseJson(text: string, limits: JsonLimits = defaultJsonLimits): ParsedJson {
  const { depth, members } = measureJson(text);
  if (depth > limits.depth) return errorAt(text, 0, 'too-deep');
  if (members > limits.members) return errorAt(text, 0, 'too-many-members');
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors.reduce<ParseError | null>(
    (best, next) => (best === null || next.offset < best.offset ? next : best),
    null,
  );
  if (first !== null) {
    const name = printParseErrorCode(first.error);
    return errorAt(text, first.offset, isKnown(name) ? reasons[name] : 'invalid-symbol');
  }
  if (tree === undefined) return errorAt(text, text.length, 'value-expected');
  return { ok: true, tree };
}
