import { useTranslation } from 'react-i18next';
import type { LintFinding } from '../../shared/coze/lint/lint-finding.ts';
import { describeFinding, type FindingDescription } from '../../shared/i18n/describe-finding.ts';
import { describeLintFinding } from '../../shared/i18n/describe-lint-finding.ts';
import { findingsTextsIn } from '../../shared/i18n/findings-texts-in.ts';
import type { Finding } from '../../shared/jwt/finding.ts';
import { visibleText } from '../../shared/text/visible-text.ts';

/** The sentences for a finding about any JWT or about an assertion, in the language of the screens. */
export function useFindingWords(): (finding: Finding | LintFinding) => FindingDescription {
  const { i18n } = useTranslation();
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  return (finding) =>
    'source' in finding
      ? describeLintFinding(finding, language, visibleText)
      : describeFinding(finding, findingsTextsIn(language), visibleText);
}
