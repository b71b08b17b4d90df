import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { FindingRow, findingKeys } from '../finding-row.tsx';
import styles from './build.module.css';
import { changeMembers } from './build-store.ts';
import { changesOf, useFixWords } from './draft-fix.ts';
import type { DraftFinding } from './lint-draft.ts';

const shown = 30;

interface Props {
  readonly findings: readonly DraftFinding[];
  /** Said when there is nothing to say. */
  readonly fine: string;
  /** False until it is known what there is to say. */
  readonly isRead: boolean;
}

/** One row a finding, and at its end the button that puts it right. */
export function DraftFindings({ findings, fine, isRead }: Props) {
  const { t } = useTranslation(['build', 'jwt']);
  const fixWords = useFixWords();
  const fixes = findings.flatMap(({ fix }) => (fix === null ? [] : [fix]));
  const keys = findingKeys(findings.map(({ finding }) => finding));
  const count = (severity: string) => findings.filter(({ finding }) => finding.severity === severity).length;
  return (
    <section className={styles.findings} aria-label={t('jwt:findings')}>
      <header className={styles.findingsHead}>
        <h3>{t('jwt:findings')}</h3>
        <span className={styles.counts} role="status">
          {isRead && findings.length === 0 && (
            <CircleCheck size={14} strokeWidth={1.5} aria-hidden className={styles.done} />
          )}
          {findings.length === 0
            ? fine
            : t('counts', { errors: count('error'), warnings: count('warning'), notes: count('note') })}
        </span>
        {fixes.length > 1 && (
          <Button look="ghost" onPress={() => changeMembers('fix all', fixes.flatMap(changesOf))}>
            {t('fixAll', { count: fixes.length })}
          </Button>
        )}
      </header>
      {findings.length > 0 && (
        <ul>
          {findings.slice(0, shown).map(({ finding, fix }, index) => (
            <FindingRow
              key={keys[index]}
              finding={finding}
              action={
                fix && <Button onPress={() => changeMembers('fix', changesOf(fix))}>{fixWords(fix)}</Button>
              }
            />
          ))}
          {findings.length > shown && (
            <li className={styles.more}>{t('jwt:moreFindings', { count: findings.length - shown })}</li>
          )}
        </ul>
      )}
    </section>
  );
}
