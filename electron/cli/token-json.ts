import type { FindingsTexts } from '../../shared/i18n/describe-finding.ts';
import type { DecodedSegment } from '../../shared/jwt/decode-segment.ts';
import { type CheckedToken, notChecked } from './checked-token.ts';
import { printableJson } from './printable.ts';
import { shownFindings } from './shown-finding.ts';

function headerJson({ kind, text }: DecodedSegment): string {
  return kind === 'json' && text !== null ? text : 'null';
}

function payloadJson({ kind, text }: DecodedSegment): string {
  if (text === null) return 'null';
  return kind === 'json' ? text : JSON.stringify(text);
}

function tokenJson(checked: CheckedToken, texts: FindingsTexts): string {
  const { token } = checked;
  const { nested } = token;
  const { state, reason, key } = checked.signature;
  const which = key === null || key.index === null ? {} : { key: { index: key.index, kid: key.kid } };
  const members = [
    `"format":${JSON.stringify(token.format)}`,
    `"header":${headerJson(token.header)}`,
    `"payload":${payloadJson(token.payload)}`,
    `"signature":${JSON.stringify({ state, reason, ...which })}`,
    `"findings":${JSON.stringify([...shownFindings(token, texts), ...checked.cozeFindings])}`,
  ];
  if (checked.times > 1) members.push(`"times":${checked.times}`);
  if (nested !== null) {
    const inner = { token: nested, times: 1, signature: notChecked, cozeFindings: [] };
    members.push(`"nested":${tokenJson(inner, texts)}`);
  }
  return `{${members.join(',')}}`;
}

/**
 * The answer of `decode --json` and of `lint --json`. Header and payload are the token's own text, so that no digit is
 * lost. A token with another one inside has a member `nested` of the same shape, one that the text holds more than once
 * a member `times`, and a signature that was checked with one of several keys says which.
 *
 * @param isCut - whether the input holds more tokens than these
 */
export function tokensJson(tokens: readonly CheckedToken[], isCut: boolean, texts: FindingsTexts): string {
  const members = [
    `"tokens":[${tokens.map((token) => tokenJson(token, texts)).join(',')}]`,
    ...(isCut ? ['"truncated":true'] : []),
  ];
  return printableJson(`{${members.join(',')}}\n`);
}
