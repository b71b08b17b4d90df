import { useTranslation } from 'react-i18next';
import { applyFix } from '../../shared/coze/lint/apply-fix.ts';
import type { LintFinding } from '../../shared/coze/lint/lint-finding.ts';
import { formatJson } from '../../shared/json/format-json.ts';
import { beginningOf } from '../../shared/text/beginning-of.ts';
import { visibleText } from '../../shared/text/visible-text.ts';
import { call } from '../app/bridge-client.ts';
import { attempt, showNote } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { CodeEditor } from '../ui/code-editor.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { ClaimTable } from './claim-table.tsx';
import type { SegmentView as Segment } from './inspection/token-view.ts';
import styles from './jwt-screen.module.css';
import { SegmentHeading } from './segment-heading.tsx';

/** Bytes that are no text become characters of many scripts, which take long to draw. */
const longestUnreadable = 1000;

interface Props {
  readonly name: 'header' | 'payload';
  readonly segment: Segment;
  readonly view: 'claims' | 'json';
  /** What Coze would say; those with a fix for this segment can be put right in a copy. */
  readonly findings: readonly LintFinding[];
}

/** Header or payload: as rows of claims, or as the JSON that it is; what is not JSON is shown as text. */
export function SegmentView({ name, segment, view, findings }: Props) {
  const { t } = useTranslation(['jwt', 'frame']);
  const { text, pretty, rows } = segment;
  const fixes = findings.flatMap(({ fix }) => (fix?.segment === name ? [fix] : []));
  const copyFixed = (original: string) =>
    call('app.copyText', { text: formatJson(fixes.reduce(applyFix, original)) }).then(() =>
      showNote(t('frame:copied')),
    );
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <SegmentHeading segment={name} />
        {text !== null && fixes.length > 0 && (
          <Button
            look="ghost"
            className={styles.copyFixed ?? ''}
            onPress={() => void attempt(copyFixed(text))}
          >
            {t('copyFixed')}
          </Button>
        )}
        {text !== null && (
          <CopyButton
            label={t('copySegment', { segment: t(name) })}
            doneLabel={t('frame:copied')}
            onCopy={() => call('app.copyText', { text: pretty ?? text })}
          />
        )}
      </div>
      {text === null ? (
        <p className="secondary">{t('notReadable')}</p>
      ) : view === 'claims' && rows ? (
        <ClaimTable segment={name} rows={rows} members={segment.members} />
      ) : pretty !== null ? (
        <div className={styles.json}>
          <CodeEditor label={t(name)} language="json" value={pretty} />
        </div>
      ) : (
        <>
          <pre className={styles.value}>{visibleText(beginningOf(text, longestUnreadable))}</pre>
          {text.length > longestUnreadable && <p className={styles.meaning}>{t('cutText')}</p>}
        </>
      )}
    </section>
  );
}
