import { useTranslation } from 'react-i18next';
import type { LintFinding } from '../../shared/coze/lint/lint-finding.ts';
import { describeFinding, findingsTextsIn } from '../../shared/i18n/describe-finding.ts';
import { describeLintFinding, lintTextsIn } from '../../shared/i18n/describe-lint-finding.ts';
import type { Finding } from '../../shared/jwt/finding.ts';
import { Notice, type Tone } from '../ui/notice.tsx';
import styles from './jwt-screen.module.css';
import { visibleText } from './visible-text.ts';

const tones: Readonly<Record<Finding['severity'], Tone>> = {
  error: 'error',
  warning: 'warning',
  note: 'information',
};
const shown = 20;

interface Props {
  readonly findings: readonly Finding[];
}

/** What is noticed about any JWT. */
export function FindingList({ findings }: Props) {
  const { t, i18n } = useTranslation('jwt');
  const texts = findingsTextsIn(i18n.language === 'zh' ? 'zh' : 'en');
  if (findings.length === 0) return null;
  return (
    <section className={styles.findings} aria-label={t('findings')}>
      {findings.slice(0, shown).map((finding) => (
        <FindingView
          key={`${finding.code} ${finding.segment} ${finding.offset} ${finding.path}`}
          finding={finding}
          {...describeFinding(finding, texts, visibleText)}
        />
      ))}
    </section>
  );
}

interface LintProps {
  readonly findings: readonly LintFinding[];
  readonly audience: string;
}

/** What Coze would say, with where it is written. */
export function LintFindingList({ findings, audience }: LintProps) {
  const { t, i18n } = useTranslation('jwt');
  const texts = lintTextsIn(i18n.language === 'zh' ? 'zh' : 'en');
  return (
    <>
      <p className={styles.verdict}>{t('cozeSays', { audience })}</p>
      <section className={styles.findings} aria-label={t('cozeSays', { audience })}>
        {findings.length === 0 && <Notice isQuiet tone="good" title={t('cozeFine')} />}
        {findings.slice(0, shown).map((finding) => (
          <FindingView
            key={`${finding.code} ${finding.segment} ${finding.offset} ${finding.path}`}
            finding={finding}
            source={finding.source}
            {...describeLintFinding(finding, texts, visibleText)}
          />
        ))}
      </section>
    </>
  );
}

interface ViewProps {
  readonly finding: Pick<Finding, 'severity' | 'segment' | 'offset' | 'path'>;
  readonly message: string;
  readonly remedy: string;
  readonly source?: string;
}

function FindingView({ finding, message, remedy, source }: ViewProps) {
  const { t } = useTranslation('jwt');
  return (
    <Notice
      isQuiet
      tone={tones[finding.severity]}
      title={
        <>
          {message}{' '}
          <span className={styles.where}>
            {finding.offset === null
              ? t(`segments.${finding.segment}`)
              : t('at', { segment: t(`segments.${finding.segment}`), offset: finding.offset + 1 })}
            {finding.path !== null && ` ${visibleText(finding.path)}`}
          </span>
        </>
      }
    >
      {remedy} {source !== undefined && <span className={styles.where}>{t('source', { source })}</span>}
    </Notice>
  );
}
