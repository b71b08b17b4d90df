import { describeFinding, type FindingsTexts } from '../../shared/i18n/describe-finding.ts';
import type { DecodedSegment } from '../../shared/jwt/decode-segment.ts';
import type { CheckedToken } from './checked-token.ts';
import { printable, printableJson } from './printable.ts';

function headerJson({ kind, text }: DecodedSegment): string {
  return kind === 'json' && text !== null ? text : 'null';
}

function payloadJson({ kind, text }: DecodedSegment): string {
  if (text === null) return 'null';
  return kind === 'json' ? text : JSON.stringify(text);
}

function tokenJson({ token, signature }: CheckedToken, texts: FindingsTexts): string {
  const findings = token.findings.map((finding) => {
    const { code, severity, segment, offset, path } = finding;
    return { code, severity, segment, offset, path, ...describeFinding(finding, texts, printable) };
  });
  const { state, reason } = signature;
  const members = [
    `"format":${JSON.stringify(token.format)}`,
    `"header":${headerJson(token.header)}`,
    `"payload":${payloadJson(token.payload)}`,
    `"signature":${JSON.stringify({ state, reason })}`,
    `"findings":${JSON.stringify(findings)}`,
  ];
  return `{${members.join(',')}}`;
}

/** The answer of `decode --json`. Header and payload are the token's own text, so that no digit is lost. */
export function tokensJson(tokens: readonly CheckedToken[], texts: FindingsTexts): string {
  return printableJson(`{"tokens":[${tokens.map((token) => tokenJson(token, texts)).join(',')}]}\n`);
}
