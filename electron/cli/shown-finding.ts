import type { Fix } from '../../shared/coze/lint/lint-finding.ts';
import { describeFinding, type FindingsTexts } from '../../shared/i18n/describe-finding.ts';
import type { DecodedToken } from '../../shared/jwt/decode-token.ts';
import type { Finding } from '../../shared/jwt/finding.ts';
import { visibleText } from '../../shared/text/visible-text.ts';

/** A finding with its sentences, in the order in which `--json` prints it. */
export interface ShownFinding extends Omit<Finding, 'code' | 'params'> {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** Only of what Coze would say: where it is written. */
  readonly source?: string;
  /** Only of what Coze would say: the one change that puts it right. */
  readonly fix?: Fix | null;
}

/** What was noticed about the token, with nothing in it that could steer a terminal. */
export function shownFindings(token: DecodedToken, texts: FindingsTexts): readonly ShownFinding[] {
  return token.findings.map((finding) => {
    const { code, severity, segment, offset, path } = finding;
    return { code, severity, segment, offset, path, ...describeFinding(finding, texts, visibleText) };
  });
}
