import { type JsonErrorCode, type JsonNode, parseJson } from '../json/parse-json.ts';
import { type Base64urlIssue, decodeBase64url } from './decode-base64url.ts';
import { decodeUtf8, utf8Length } from './decode-utf8.ts';
import { type Finding, type FindingSegment, finding } from './finding.ts';

/** Header or payload, as far as it can be read. */
export interface DecodedSegment {
  /** The segment as it stands in the token. */
  readonly raw: string;
  /** The decoded text exactly as it was encoded: digits, order and white space kept. Null when there is none. */
  readonly text: string | null;
  /** The syntax tree of `text`; only when `kind` is `json`. */
  readonly tree: JsonNode | null;
  readonly kind: 'json' | 'text' | null;
}

export interface SegmentResult {
  readonly segment: DecodedSegment;
  readonly findings: readonly Finding[];
  /** The character of the segment in which the character `at` of the text is encoded. */
  readonly offsetOf: (at: number) => number;
}

const severityOfIssue: Record<Base64urlIssue['code'], Finding['severity']> = {
  masked: 'error',
  'whitespace-inside': 'error',
  'standard-base64': 'error',
  padding: 'error',
  'invalid-character': 'error',
  'length-impossible': 'error',
  'trailing-bits': 'warning',
};

/** As in U+002E. */
export function codePointOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The issues of a segment's base64url as findings. */
export function base64urlFindings(issues: readonly Base64urlIssue[], segment: FindingSegment): Finding[] {
  return issues.map(({ code, offset, character }) => {
    const params = { character, codePoint: codePointOf(character) };
    return finding(code, severityOfIssue[code], segment, { offset, params });
  });
}

function jsonFinding(name: 'header' | 'payload', code: JsonErrorCode, params: Finding['params']): Finding {
  if (code === 'too-deep' || code === 'too-many-members') return finding(code, 'error', name);
  return finding('invalid-json', 'error', name, { params });
}

function looksLikeJson(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

function readText(
  raw: string,
  name: 'header' | 'payload',
  text: string,
  offsetOf: (at: number) => number,
): SegmentResult {
  const parsed = parseJson(text);
  if (parsed.ok) {
    return { segment: { raw, text, tree: parsed.tree, kind: 'json' }, findings: [], offsetOf };
  }
  const segment: DecodedSegment = { raw, text, tree: null, kind: 'text' };
  const { code, line, column } = parsed.error;
  if (name === 'payload' && !looksLikeJson(text)) {
    return { segment, findings: [finding('payload-not-json', 'error', name)], offsetOf };
  }
  const found = jsonFinding(name, code, { line, column, reason: code });
  const offset = found.code === 'invalid-json' ? offsetOf(parsed.error.offset) : null;
  return { segment, findings: [{ ...found, offset }], offsetOf };
}

/** A payload that stands in the token as it is (RFC 7797, `b64` false). */
export function readPlainSegment(raw: string): SegmentResult {
  return readText(raw, 'payload', raw, (at) => at);
}

/** Decodes header or payload: base64url, then UTF-8, then JSON; what stops one step is a finding. Never throws. */
export function decodeSegment(raw: string, name: 'header' | 'payload'): SegmentResult {
  const decoded = decodeBase64url(raw);
  const findings = base64urlFindings(decoded.issues, name);
  const { text, invalidAt } = decodeUtf8(decoded.bytes);
  const offsetOfByte = (byte: number) => decoded.placeOf(Math.floor((byte * 4) / 3));
  const offsetOf = (at: number) => offsetOfByte(utf8Length(text, at));

  if (decoded.bytes.length === 0) {
    return { segment: { raw, text: null, tree: null, kind: null }, findings, offsetOf };
  }
  if (!decoded.complete) {
    const readable = text.replace(/\ufffd$/, '');
    return { segment: { raw, text: readable, tree: null, kind: 'text' }, findings, offsetOf };
  }
  if (invalidAt !== null) {
    const params = { byte: invalidAt };
    findings.push(finding('invalid-utf8', 'error', name, { offset: offsetOfByte(invalidAt), params }));
    return { segment: { raw, text, tree: null, kind: 'text' }, findings, offsetOf };
  }
  const read = readText(raw, name, text, offsetOf);
  return { ...read, findings: [...findings, ...read.findings] };
}
