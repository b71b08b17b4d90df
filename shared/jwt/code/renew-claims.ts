import { isBeyondDouble } from '../../json/is-beyond-double.ts';
import { type CodeMember, type CodeValue, valueNamed } from './code-value.ts';
import { isIntegerSource } from './number-source.ts';

function integerSource(value: CodeValue | null): string | null {
  return value?.kind === 'number' && isIntegerSource(value.source) ? value.source : null;
}

function afterIssue(value: CodeValue, issuedAt: string): CodeValue {
  const source = integerSource(value);
  if (source === null || isBeyondDouble(source) || isBeyondDouble(issuedAt)) return value;
  const offset = Number(source) - Number(issuedAt);
  return Number.isSafeInteger(offset) ? { kind: 'moment', offset } : value;
}

function renewed({ name, value }: CodeMember, issuedAt: string | null): CodeValue {
  switch (name) {
    case 'iat':
      return issuedAt === null ? value : { kind: 'moment', offset: 0 };
    case 'exp':
    case 'nbf':
      return issuedAt === null ? value : afterIssue(value, issuedAt);
    case 'jti':
      return value.kind === 'text' ? { kind: 'random' } : value;
    default:
      return value;
  }
}

/**
 * The claims of a JWT that a program signs whenever it runs: `iat` is that moment, `exp` and `nbf` keep their distance
 * from it, `jti` is random. Only integers of seconds are moved (RFC 7519 §2 "NumericDate"), and without such an `iat`
 * nothing is; a `jti` that is no text stays.
 */
export function renewClaims(claims: readonly CodeMember[]): readonly CodeMember[] {
  const issuedAt = integerSource(valueNamed(claims, 'iat'));
  return claims.map((member) => ({ name: member.name, value: renewed(member, issuedAt) }));
}
