import type { Fix } from '../../shared/coze/lint/lint-finding.ts';
import { describeFinding, type FindingsTexts } from '../../shared/i18n/describe-finding.ts';
import { describeLintFinding } from '../../shared/i18n/describe-lint-finding.ts';
import type { Finding } from '../../shared/jwt/finding.ts';
import type { CheckedToken } from './checked-token.ts';
import type { Language } from './language.ts';
import { printable } from './printable.ts';

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

/** What was noticed about the token, then what Coze would say, with nothing in it that could steer a terminal. */
export function shownFindings(
  { token, cozeFindings }: CheckedToken,
  texts: FindingsTexts,
  language: Language,
): readonly ShownFinding[] {
  return [
    ...token.findings.map((finding) => {
      const { code, severity, segment, offset, path } = finding;
      return { code, severity, segment, offset, path, ...describeFinding(finding, texts, printable) };
    }),
    ...cozeFindings.map((finding) => {
      const { code, severity, segment, offset, path, source, fix } = finding;
      const description = describeLintFinding(finding, language, printable);
      return { code, severity, segment, offset, path, ...description, source, fix };
    }),
  ];
}
