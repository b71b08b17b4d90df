import { useTranslation } from 'react-i18next';
import type { LintFinding } from '../../shared/coze/lint/lint-finding.ts';
import type { Finding } from '../../shared/jwt/finding.ts';
import { Notice } from '../ui/notice.tsx';
import { FindingRow, findingKeys } from './finding-row.tsx';
import styles from './jwt-screen.module.css';

const shown = 20;

interface RowsProps {
  readonly findings: readonly (Finding | LintFinding)[];
}

function Rows({ findings }: RowsProps) {
  const { t } = useTranslation('jwt');
  const keys = findingKeys(findings);
  const more = findings.length - shown;
  return (
    <ul>
      {findings.slice(0, shown).map((finding, index) => (
        <FindingRow key={keys[index]} finding={finding} withOffset />
      ))}
      {more > 0 && <li className={styles.more}>{t('moreFindings', { count: more })}</li>}
    </ul>
  );
}

interface Props {
  readonly findings: readonly Finding[];
}

/** What is noticed about any JWT. */
export function FindingList({ findings }: Props) {
  const { t } = useTranslation('jwt');
  if (findings.length === 0) return null;
  return (
    <section className={styles.findings} aria-label={t('findings')}>
      <Rows findings={findings} />
    </section>
  );
}

interface LintProps {
  readonly findings: readonly LintFinding[];
  readonly audience: string;
}

/** What Coze would say, with where it is written. */
export function LintFindingList({ findings, audience }: LintProps) {
  const { t } = useTranslation('jwt');
  return (
    <section className={styles.findings} aria-label={t('cozeSays', { audience })}>
      <p className={styles.verdict}>{t('cozeSays', { audience })}</p>
      {findings.length === 0 ? (
        <Notice isQuiet tone="good" title={t('cozeFine')} />
      ) : (
        <Rows findings={findings} />
      )}
    </section>
  );
}
