import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { visibleText } from '../visible-text.ts';
import styles from './build.module.css';
import { changeMembers } from './build-store.ts';
import { useFindingWords } from './finding-words.ts';
import { randomJti } from './fresh-draft.ts';
import type { DraftFinding, DraftFix } from './lint-draft.ts';

const icons = { error: CircleAlert, warning: TriangleAlert, note: Info } as const;
const shown = 30;

interface Props {
  readonly findings: readonly DraftFinding[];
  /** Said when there is nothing to say. */
  readonly fine: string;
}

function changesOf(fix: DraftFix) {
  if (fix.kind !== 'new-jti') return fix.changes;
  return [{ segment: 'payload', path: ['jti'], value: JSON.stringify(randomJti()) } as const];
}

/** One row a finding, and at its end the button that puts it right. */
export function DraftFindings({ findings, fine }: Props) {
  const { t } = useTranslation(['build', 'jwt']);
  const fixes = findings.flatMap(({ fix }) => (fix === null ? [] : [fix]));
  const count = (severity: string) => findings.filter(({ finding }) => finding.severity === severity).length;
  return (
    <section className={styles.findings} aria-label={t('jwt:findings')}>
      <header className={styles.findingsHead}>
        <h3>{t('jwt:findings')}</h3>
        <span className={styles.counts} role="status">
          {findings.length === 0 && (
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
          {findings.slice(0, shown).map(({ finding, fix }) => (
            <FindingRow
              key={`${finding.code} ${finding.segment} ${finding.path} ${finding.offset}`}
              finding={finding}
              fix={fix}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function FindingRow({ finding, fix }: DraftFinding) {
  const { t } = useTranslation(['build', 'jwt']);
  const { message, remedy } = useFindingWords()(finding);
  const Icon = icons[finding.severity];
  const place = `${t(`jwt:segments.${finding.segment}`)} ${visibleText(finding.path ?? '')}`.trim();
  return (
    <li className={styles.finding} data-severity={finding.severity}>
      <Icon size={15} strokeWidth={1.5} aria-label={t(`jwt:severity.${finding.severity}`)} />
      <div
        className={styles.findingWords}
        title={'source' in finding ? t('jwt:source', { source: finding.source }) : undefined}
      >
        <div>
          {message} <span className={styles.place}>{place}</span>
        </div>
        <div className={styles.remedy}>{remedy}</div>
      </div>
      {fix && (
        <Button onPress={() => changeMembers('fix', changesOf(fix))}>
          <FixWords fix={fix} />
        </Button>
      )}
    </li>
  );
}

const longestValue = 28;

interface FixProps {
  readonly fix: DraftFix;
}

function FixWords({ fix }: FixProps) {
  const { t } = useTranslation('build');
  switch (fix.kind) {
    case 'set': {
      const value = visibleText(fix.value);
      return t('fix.set', {
        value: value.length > longestValue ? `${value.slice(0, longestValue)}…` : value,
      });
    }
    default:
      return t(`fix.${fix.kind}`);
  }
}
