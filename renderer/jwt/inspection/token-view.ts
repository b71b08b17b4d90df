import { formatJson } from '../../../shared/json/format-json.ts';
import { membersOf, pointerStep, sourceOf } from '../../../shared/json/json-members.ts';
import type { JsonNode } from '../../../shared/json/parse-json.ts';
import type { DecodedSegment } from '../../../shared/jwt/decode-segment.ts';
import type { DecodedToken } from '../../../shared/jwt/decode-token.ts';
import { type ClaimExplanation, explainClaim } from '../../../shared/jwt/explain-claim.ts';
import type { Finding } from '../../../shared/jwt/finding.ts';
import { headerText } from '../../../shared/jwt/header-text.ts';
import { readTime, type TimeClaim } from '../../../shared/jwt/read-times.ts';
import { beginningOf } from '../../../shared/text/beginning-of.ts';

/** One member as a row: its name, its value digit by digit, what it is for, and its date. */
export interface ClaimRow {
  /** Number of the row and JSON pointer into the segment. */
  readonly id: string;
  /** 0 for a member of the segment itself. */
  readonly depth: number;
  readonly name: string;
  /** Text without its quotation marks, else the JSON; null where the rows below are the value. */
  readonly value: string | null;
  /** The value was longer than a row shows. */
  readonly isCut: boolean;
  readonly explanation: ClaimExplanation | null;
  readonly time: TimeClaim | null;
}

/** Header or payload as it is shown; holds text only, so that it crosses from a worker quickly. */
export interface SegmentView {
  readonly kind: DecodedSegment['kind'];
  /** As it was encoded. */
  readonly text: string | null;
  /** Laid out, when it is JSON. */
  readonly pretty: string | null;
  /** Of an object the first members; null for anything else. */
  readonly rows: readonly ClaimRow[] | null;
  /** Members of the object itself, those without a row included. */
  readonly members: number;
}

export interface TokenView {
  readonly format: DecodedToken['format'];
  readonly text: string;
  readonly kid: string | null;
  readonly header: SegmentView;
  readonly payload: SegmentView;
  readonly signature: { readonly text: string; readonly bytes: number } | null;
  readonly findings: readonly Finding[];
  /** The token that is the payload. */
  readonly nested: TokenView | null;
}

/** Members that are shown as rows; the JSON shows them all. */
export const maxRows = 200;
const longestValue = 20_000;

function isExplainedInside(node: JsonNode, within: readonly string[]): boolean {
  return membersOf(node).some(({ name }) => explainClaim('payload', name, within) !== null);
}

function rowsOf(segment: 'header' | 'payload', text: string, tree: JsonNode): readonly ClaimRow[] {
  const rows: ClaimRow[] = [];
  const visit = (object: JsonNode, within: readonly string[]): void => {
    for (const { name, value: node } of membersOf(object)) {
      if (rows.length >= maxRows) return;
      const path = [...within, name];
      const isOpened = segment === 'payload' && node.type === 'object' && isExplainedInside(node, path);
      const value = node.type === 'string' ? String(node.value) : formatJson(sourceOf(text, node));
      rows.push({
        id: `${rows.length} ${path.map(pointerStep).join('')}`,
        depth: within.length,
        name,
        value: isOpened ? null : beginningOf(value, longestValue),
        isCut: !isOpened && value.length > longestValue,
        explanation: explainClaim(segment, name, within),
        time: segment === 'payload' && within.length === 0 ? readTime(name, node) : null,
      });
      if (isOpened) visit(node, path);
    }
  };
  visit(tree, []);
  return rows;
}

function viewSegment(name: 'header' | 'payload', { kind, text, tree }: DecodedSegment): SegmentView {
  if (text === null || tree === null) return { kind, text, pretty: null, rows: null, members: 0 };
  const isObject = tree.type === 'object';
  return {
    kind,
    text,
    pretty: formatJson(text),
    rows: isObject ? rowsOf(name, text, tree) : null,
    members: isObject ? membersOf(tree).length : 0,
  };
}

/** A decoded token as the screen shows it. */
export function viewToken(token: DecodedToken): TokenView {
  const { format, text, segments, signature, findings, nested } = token;
  return {
    format,
    text,
    kid: format === 'jws' ? headerText(token, 'kid') : null,
    header: viewSegment('header', token.header),
    payload: viewSegment('payload', token.payload),
    signature: signature && { text: (segments[2] ?? '').slice(0, 4096), bytes: signature.length },
    findings,
    nested: nested && viewToken(nested),
  };
}
