import type { Finding, FindingSeverity } from '../../jwt/finding.ts';
import type { LintFinding } from './lint-finding.ts';

const gravity: Readonly<Record<FindingSeverity, number>> = { error: 2, warning: 1, note: 0 };

/**
 * The findings about any JWT that Coze's do not repeat. One is repeated by a finding of Coze's about the same member
 * that is at least as grave; that a member occurs twice is never said by Coze's, and that the payload is empty is said
 * by all that is missing there.
 */
export function notSaidByCoze(
  findings: readonly Finding[],
  ofCoze: readonly LintFinding[],
): readonly Finding[] {
  const said = new Map<string, number>();
  for (const { segment, path, severity } of ofCoze) {
    const place = `${segment} ${path}`;
    said.set(place, Math.max(gravity[severity], said.get(place) ?? 0));
  }
  const isMissing = ofCoze.some(({ code, segment }) => code === 'required-missing' && segment === 'payload');
  return findings.filter(({ code, severity, segment, path }) => {
    if (code === 'duplicate-member') return true;
    if (code === 'payload-empty') return !isMissing;
    return path === null || gravity[severity] > (said.get(`${segment} ${path}`) ?? -1);
  });
}
