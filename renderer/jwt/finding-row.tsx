import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LintFinding } from '../../shared/coze/lint/lint-finding.ts';
import type { Finding } from '../../shared/jwt/finding.ts';
import styles from './finding-row.module.css';
import { useFindingWords } from './finding-words.ts';
import { visibleText } from './visible-text.ts';

const icons = { error: CircleAlert, warning: TriangleAlert, note: Info } as const;

interface Props {
  readonly finding: Finding | LintFinding;
  /** Which character of the encoded token it speaks of is said as well. */
  readonly withOffset?: boolean;
  /** Stands at the end of the row. */
  readonly action?: ReactNode;
}

/** What distinguishes one finding from another in a list. */
export function findingKey({ code, segment, path, offset }: Finding | LintFinding): string {
  return `${code} ${segment} ${path} ${offset}`;
}

/** One finding: how grave, what, where, what to do, and where that is written. */
export function FindingRow({ finding, withOffset = false, action }: Props) {
  const { t } = useTranslation('jwt');
  const { severity, segment, offset, path } = finding;
  const { message, remedy } = useFindingWords()(finding);
  const Icon = icons[severity];
  const name = t(`segments.${segment}`);
  const place = withOffset && offset !== null ? t('at', { segment: name, offset: offset + 1 }) : name;
  return (
    <li className={styles.row} data-severity={severity}>
      <Icon size={15} strokeWidth={1.5} role="img" aria-label={t(`severity.${severity}`)} />
      <div className={styles.words}>
        <div>
          {message}{' '}
          <span className={styles.place}>
            {place} {path !== null && visibleText(path)}
          </span>
        </div>
        <div className={styles.remedy}>
          {remedy} {'source' in finding && t('source', { source: finding.source })}
        </div>
      </div>
      {action}
    </li>
  );
}
