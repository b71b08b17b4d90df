import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fixScope } from '../../shared/coze/scope/lint-scope.ts';
import type { ScopeFinding } from '../../shared/coze/scope/scope-finding.ts';
import { describeScopeFinding } from '../../shared/i18n/describe-scope-finding.ts';
import { joinSentences } from '../i18n/join-sentences.ts';
import { Button } from '../ui/button.tsx';
import { FindingRow } from '../ui/finding-row.tsx';
import styles from './scope-json.module.css';

const shown = 30;

interface Props {
  readonly findings: readonly ScopeFinding[];
  readonly isNone: boolean;
  readonly isChannel: boolean;
  /** Carries out a change of the text; `place` names the step. */
  readonly onFix: (place: string, change: (text: string) => string) => void;
}

/** One row a finding, and at its end the button that puts it right. */
export function ScopeFindings({ findings, isNone, isChannel, onFix }: Props) {
  const { t, i18n } = useTranslation('scope');
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const fixes = findings.filter(({ fix }) => fix !== null).length;
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const fine = t(isNone ? 'fineNone' : 'fine');
  return (
    <section className={styles.findings} aria-label={t('findings')}>
      <header className={styles.findingsHead}>
        <h3>{t('findings')}</h3>
        <span className={styles.counts} role="status">
          {findings.length === 0 && <CircleCheck size={14} strokeWidth={1.5} aria-hidden />}
          {findings.length === 0
            ? fine
            : t('counts', { errors: count('error'), warnings: count('warning'), notes: count('note') })}
        </span>
        {fixes > 1 && (
          <Button look="ghost" onPress={() => onFix('fix all', (text) => fixScope(text, isChannel))}>
            {t('fixAll', { count: fixes })}
          </Button>
        )}
      </header>
      {findings.length > 0 && (
        <ul>
          {findings.slice(0, shown).map((finding, index) => {
            const { message, remedy } = describeScopeFinding(finding, language);
            const { fix, severity, path, source } = finding;
            return (
              <FindingRow
                // biome-ignore lint/suspicious/noArrayIndexKey: two findings may differ in nothing else
                key={`${finding.code} ${path} ${index}`}
                severity={severity}
                severityName={t(`severity.${severity}`)}
                message={message}
                place={path === '' ? t('whole') : path.slice(1)}
                remedy={joinSentences(remedy, t('source', { source }))}
                action={
                  fix && (
                    <Button onPress={() => onFix('fix', () => fix.text)}>
                      {t(`fix.${fix.kind}`, { value: fix.value })}
                    </Button>
                  )
                }
              />
            );
          })}
        </ul>
      )}
    </section>
  );
}
