import { memberValue } from '../json/json-members.ts';
import type { JsonNode } from '../json/parse-json.ts';
import { checkClaims } from './check-claims.ts';
import { algOf, checkHeader, isPayloadEncoded } from './check-header.ts';
import { checkMembers } from './check-members.ts';
import { decodeBase64url } from './decode-base64url.ts';
import {
  base64urlFindings,
  codePointOf,
  type DecodedSegment,
  decodeSegment,
  readPlainSegment,
  type SegmentResult,
} from './decode-segment.ts';
import { type Finding, finding, maxFindings } from './finding.ts';
import { isSignatureSize, signatureSizeOf } from './signature-size.ts';
import { splitToken } from './split-token.ts';
import { maxTokenLength } from './token-limits.ts';

const maxHeaderOfLongToken = 64 * 1024;

/** A token by itself: what its payload may hold is not looked into. */
export interface TokenParts {
  /** `jws`: three segments and a header object. `jwe`: five and one with `enc`. `broken`: anything else. */
  readonly format: 'jws' | 'jwe' | 'broken';
  /** The token without surrounding white space; `token` offsets count from its start. */
  readonly text: string;
  /** The parts between the dots, as they stand; at most six. */
  readonly segments: readonly string[];
  readonly header: DecodedSegment;
  readonly payload: DecodedSegment;
  /** The third segment's bytes as far as they could be decoded; null for JWE and where there is none. */
  readonly signature: Uint8Array | null;
  /** At most 100, in the order of the token. */
  readonly findings: readonly Finding[];
}

const absent: DecodedSegment = { raw: '', text: null, tree: null, kind: null };
const nothing: SegmentResult = { segment: absent, findings: [], offsetOf: () => 0 };

function unread(raw: string): SegmentResult {
  return { ...nothing, segment: { ...absent, raw } };
}

function objectOf(segment: DecodedSegment): JsonNode | null {
  return segment.tree?.type === 'object' ? segment.tree : null;
}

function readHeader(raw: string): SegmentResult {
  if (raw === '')
    return { ...nothing, findings: [finding('header-empty', 'error', 'header', { offset: 0 })] };
  const read = decodeSegment(raw, 'header');
  const { text, tree } = read.segment;
  if (text === null || tree === null) return read;
  const findings = [...read.findings, ...checkMembers(text, tree, 'header', read.offsetOf)];
  if (tree.type === 'object') findings.push(...checkHeader(tree, read.offsetOf));
  else findings.push(finding('header-not-object', 'error', 'header', { offset: 0 }));
  return { ...read, findings };
}

function forbiddenInPlainPayload(
  segment: 'token' | 'payload',
  character: string,
  offset: number | null,
): Finding {
  const params = { character, codePoint: codePointOf(character) };
  return finding('b64-payload-character', 'error', segment, { offset, params });
}

/** What RFC 7797 §5.2 lets stand unencoded in compact serialisation: printable ASCII but the dot, which splits the token. */
function checkPlainPayload(text: string): Finding[] {
  const at = text.search(/[^ -~]/);
  if (at === -1) return [];
  return [forbiddenInPlainPayload('payload', String.fromCodePoint(text.codePointAt(at) ?? 0), at)];
}

function readPayload(raw: string, header: JsonNode | null): SegmentResult {
  if (raw === '') {
    return { ...nothing, findings: [finding('payload-empty', 'warning', 'payload', { offset: 0 })] };
  }
  const encoded = header === null || isPayloadEncoded(header);
  const read = encoded ? decodeSegment(raw, 'payload') : readPlainSegment(raw);
  const { text, tree } = read.segment;
  const plain = encoded ? [] : checkPlainPayload(raw);
  if (text === null || tree === null) return { ...read, findings: [...plain, ...read.findings] };
  const findings = [...plain, ...read.findings, ...checkMembers(text, tree, 'payload', read.offsetOf)];
  if (tree.type === 'object') findings.push(...checkClaims(tree, read.offsetOf));
  else findings.push(finding('payload-not-object', 'error', 'payload', { offset: 0 }));
  return { ...read, findings };
}

function checkSize(alg: string, bytes: number): Finding[] {
  const expected = signatureSizeOf(alg);
  if (expected === null || isSignatureSize(alg, bytes)) return [];
  return [finding('signature-length', 'error', 'signature', { params: { alg, bytes, expected } })];
}

function readSignature(
  raw: string,
  header: JsonNode | null,
  isLast: boolean,
): { bytes: Uint8Array; findings: Finding[] } {
  const decoded = decodeBase64url(raw);
  const findings = base64urlFindings(decoded.issues, 'signature');
  const alg = header === null ? null : algOf(header);
  const isNone = alg?.toLowerCase() === 'none';
  const isReadable = isLast && decoded.complete && decoded.bytes.length > 0;
  const place = { offset: 0 };
  if (isReadable && alg !== null) findings.push(...checkSize(alg, decoded.bytes.length));
  if (raw === '' && !isNone) findings.push(finding('signature-empty', 'error', 'signature', place));
  if (raw !== '' && isNone) findings.push(finding('alg-none-signed', 'error', 'signature', place));
  return { bytes: decoded.bytes, findings };
}

function checkCount(count: number, expected: 3 | 5): Finding[] {
  if (count === expected) return [];
  const params = { count, expected };
  return [finding(count < expected ? 'segments-missing' : 'segments-extra', 'error', 'token', { params })];
}

function checkEncrypted(segments: readonly string[], header: JsonNode): Finding[] {
  const findings: Finding[] = [finding('jwe-encrypted', 'note', 'token')];
  if (memberValue(header, 'enc') === null) findings.push(finding('enc-missing', 'error', 'header'));
  let start = 0;
  for (const [index, raw] of segments.entries()) {
    if (index > 0) {
      for (const found of base64urlFindings(decodeBase64url(raw).issues, 'token')) {
        findings.push({ ...found, offset: start + (found.offset ?? 0) });
      }
    }
    start += raw.length + 1;
  }
  return findings;
}

/** What `decodeToken` does, for one level. Never throws. */
export function takeApart(input: string): TokenParts {
  const text = input.trim();
  const { segments, count } = splitToken(text);
  const base = { text, segments };
  if (text === '') {
    const findings = [finding('token-empty', 'error', 'token')];
    return { ...base, format: 'broken', header: absent, payload: absent, signature: null, findings };
  }
  const [first = '', second, third] = segments;
  const isLong = text.length > maxTokenLength;
  const header = isLong && first.length > maxHeaderOfLongToken ? unread(first) : readHeader(first);
  const object = objectOf(header.segment);
  const isEncrypted = object !== null && memberValue(object, 'enc') !== null;
  const expected = isEncrypted || (object !== null && algOf(object) === null && count === 5) ? 5 : 3;
  const findings = [...checkCount(count, expected), ...header.findings];
  if (count > expected && object !== null && !isPayloadEncoded(object)) {
    findings.unshift(forbiddenInPlainPayload('token', '.', null));
  }
  const format = object === null || count !== expected ? 'broken' : expected === 5 ? 'jwe' : 'jws';

  if (isLong) {
    findings.unshift(finding('too-large', 'error', 'token', { params: { limit: maxTokenLength } }));
    const payload = unread(second ?? '').segment;
    return { ...base, format, header: header.segment, payload, signature: null, findings };
  }
  if (expected === 5) {
    if (object !== null) findings.push(...checkEncrypted(segments, object));
    return { ...base, format, header: header.segment, payload: absent, signature: null, findings };
  }
  const payload = second === undefined ? nothing : readPayload(second, object);
  const signature = third === undefined ? null : readSignature(third, object, count === expected);
  findings.push(...payload.findings, ...(signature?.findings ?? []));
  return {
    ...base,
    format,
    header: header.segment,
    payload: payload.segment,
    signature: signature?.bytes ?? null,
    findings: findings.slice(0, maxFindings),
  };
}
