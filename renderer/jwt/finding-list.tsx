import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LintFinding } from '../../shared/coze/lint/lint-finding.ts';
import type { Finding } from '../../shared/jwt/finding.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFixWords } from './build/draft-fix.ts';
import { FindingRow, findingKeys } from './finding-row.tsx';
import type { Inspection } from './inspection/inspect-text.ts';
import type { TokenView } from './inspection/token-view.ts';
import styles from './jwt-screen.module.css';
import { fixInBuild, openFixed } from './open-in-build.ts';

const shown = 20;

interface RowsProps<Found> {
  readonly findings: readonly Found[];
  /** Stands at the end of a finding's row. */
  readonly actionOf?: (finding: Found) => ReactNode;
}

function Rows<Found extends Finding | LintFinding>({ findings, actionOf }: RowsProps<Found>) {
  const { t } = useTranslation('jwt');
  const keys = findingKeys(findings);
  const more = findings.length - shown;
  return (
    <ul>
      {findings.slice(0, shown).map((finding, index) => (
        <FindingRow key={keys[index]} finding={finding} withOffset action={actionOf?.(finding)} />
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
  readonly verdict: NonNullable<Inspection['verdict']>;
  readonly token: TokenView;
  readonly origin: Pick<Inspection, 'rule' | 'appId'>;
}

/** What Coze would say, with where it is written, and the buttons that put it right in Build. */
export function LintFindingList({ verdict: { findings, audience }, token, origin }: LintProps) {
  const { t } = useTranslation('jwt');
  const fixWords = useFixWords();
  const actionOf = (finding: LintFinding) => {
    const fix = fixInBuild(token, finding, origin);
    return (
      fix && (
        <Button onPress={() => openFixed(token, finding, origin)}>
          {t('fixInBuild', { fix: fixWords(fix) })}
        </Button>
      )
    );
  };
  return (
    <section className={styles.findings} aria-label={t('cozeSays', { audience })}>
      <p className={styles.verdict}>{t('cozeSays', { audience })}</p>
      {findings.length === 0 ? (
        <Notice isQuiet tone="good" title={t('cozeFine')} />
      ) : (
        <Rows findings={findings} actionOf={actionOf} />
      )}
    </section>
  );
}
