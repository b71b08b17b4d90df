import { lintAssertion } from '../../../shared/coze/lint/lint-assertion.ts';
import type { LintContext } from '../../../shared/coze/lint/lint-context.ts';
import type { LintFinding } from '../../../shared/coze/lint/lint-finding.ts';
import { notSaidByCoze } from '../../../shared/coze/lint/not-said-by-coze.ts';
import type { DecodedToken } from '../../../shared/jwt/decode-token.ts';
import type { Finding } from '../../../shared/jwt/finding.ts';

/** In a payload that is whole or cut: an audience of Coze, or an issuer that is a number as long as an app id. */
const cozeClaims = /"aud"\s*:\s*"[^"]*\bcoze\.(?:cn|com)\b|"iss"\s*:\s*"?\d{10,}/;

/** True when a token looks as if it were meant for Coze's token endpoint. */
export function looksLikeAssertion({ payload }: DecodedToken, audience: string): boolean {
  const text = payload.text?.slice(0, 65_536) ?? '';
  return cozeClaims.test(text) || text.includes(`"aud":"${audience}"`);
}

export interface CozeVerdict {
  readonly findings: readonly LintFinding[];
  /** The findings about any JWT that Coze's do not say already. */
  readonly others: readonly Finding[];
}

/** What Coze would say to the token as an assertion. */
export function judge(token: DecodedToken, context: LintContext): CozeVerdict {
  const findings = lintAssertion(token, context);
  return { findings, others: notSaidByCoze(token.findings, findings) };
}
