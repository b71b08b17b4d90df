import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LintFinding } from '../../shared/coze/lint/lint-finding.ts';
import { sourceName } from '../../shared/i18n/source-name.ts';
import { shownPointer } from '../../shared/json/shown-pointer.ts';
import type { Finding } from '../../shared/jwt/finding.ts';
import { visibleText } from '../../shared/text/visible-text.ts';
import { joinSentences } from '../i18n/join-sentences.ts';
import { FindingRow as Row } from '../ui/finding-row.tsx';
import { useFindingWords } from './finding-words.ts';

interface Props {
  readonly finding: Finding | LintFinding;
  /** Which character of the encoded token it speaks of is said as well. */
  readonly withOffset?: boolean;
  /** Stands at the end of the row. */
  readonly action?: ReactNode;
}

/** Keys for the rows of a list: of findings that are alike in all but their words, each has its own. */
export function findingKeys(findings: readonly (Finding | LintFinding)[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, segment, path, offset }) => {
    const name = `${code} ${segment} ${path} ${offset}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return `${name} ${count}`;
  });
}

/** One finding: how grave, what, where, what to do, and where that is written. */
export function FindingRow({ finding, withOffset = false, action }: Props) {
  const { t, i18n } = useTranslation('jwt');
  const { severity, segment, offset, path } = finding;
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const source = 'source' in finding ? t('source', { source: sourceName(finding.source, language) }) : '';
  const { message, remedy } = useFindingWords()(finding);
  const name = t(`segments.${segment}`);
  const place = withOffset && offset !== null ? t('at', { segment: name, offset: offset + 1 }) : name;
  return (
    <Row
      severity={severity}
      severityName={t(`severity.${severity}`)}
      message={message}
      place={
        <>
          {place} {path !== null && visibleText(shownPointer(path))}
        </>
      }
      remedy={joinSentences(remedy, source)}
      action={action}
    />
  );
}
