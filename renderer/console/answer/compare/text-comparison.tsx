import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedTexts, DifferenceRow } from '../../../../shared/text/difference-rows.ts';
import { Button } from '../../../ui/button.tsx';
import { formatSize } from '../../format-size.ts';
import answerStyles from '../answer.module.css';
import { withoutUnseen } from '../reading/json-row.ts';
import { useTallRows } from '../rows/use-tall-rows.ts';
import styles from './compare.module.css';

interface Props {
  readonly left: string;
  readonly right: string;
}

/** Characters of one text that are compared. */
export const mostCompared = 4_000_000;
const rowHeight = 20;

function useComparison({ left, right }: Props): ComparedTexts | null {
  const [compared, setCompared] = useState<ComparedTexts | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<ComparedTexts>) => setCompared(data);
    worker.postMessage([left, right]);
    return () => worker.terminate();
  }, [left, right]);
  return compared;
}

const signs = { same: ' ', removed: '−', added: '+', gap: ' ' } as const;

function Row({ row, top }: { readonly row: DifferenceRow; readonly top: number }) {
  const { t } = useTranslation('answer');
  const style = { transform: `translateY(${top}px)` };
  if (row.kind === 'gap') {
    return (
      <div className={styles.row} data-kind="gap" style={style}>
        {t('compare.unchanged', { count: row.count })}
      </div>
    );
  }
  return (
    <div className={styles.row} data-kind={row.kind} style={style}>
      <span className={styles.number}>{row.kind === 'added' ? '' : row.left}</span>
      <span className={styles.number}>{row.kind === 'removed' ? '' : row.right}</span>
      <span className={styles.sign} aria-hidden>
        {signs[row.kind]}
      </span>
      {row.kind !== 'same' && <span className="visually-hidden">{t(`compare.${row.kind}`)} </span>}
      <span className={styles.text}>{withoutUnseen(row.text)}</span>
    </div>
  );
}

function keyOf(row: DifferenceRow, place: number): string {
  if (row.kind === 'gap') return `gap ${place}`;
  return row.kind === 'added' ? `right ${row.right}` : `left ${row.left}`;
}

/** Two texts line by line: what is in both, and what is in one of them only. JSON is laid out first. */
export function TextComparison(texts: Props) {
  const { t } = useTranslation('answer');
  const isTooLong = Math.max(texts.left.length, texts.right.length) > mostCompared;
  const compared = useComparison(isTooLong ? { left: '', right: '' } : texts);
  const scroller = useRef<HTMLElement>(null);
  const rows = useTallRows(scroller, compared?.rows.length ?? 0, rowHeight);
  const [at, setAt] = useState(-1);
  const count = compared?.changes.length ?? 0;
  const go = (by: 1 | -1) => {
    const next = (at + by + count) % count;
    setAt(next);
    const place = compared?.changes[next];
    if (place !== undefined) rows.show(place, 'centre');
  };
  if (isTooLong)
    return <p className={answerStyles.quiet}>{t('compare.tooLong', { size: formatSize(mostCompared) })}</p>;
  return (
    <div className={answerStyles.viewer}>
      <div className={answerStyles.toolbar}>
        <span role="status">
          {compared === null ? '' : count === 0 ? t('compare.same') : t('compare.changes', { count })}
        </span>
        <span className={answerStyles.filler} />
        <Button
          look="ghost"
          square
          aria-label={t('compare.previousChange')}
          isDisabled={count === 0}
          onPress={() => go(-1)}
        >
          <ChevronUp size={15} strokeWidth={1.5} />
        </Button>
        <Button
          look="ghost"
          square
          aria-label={t('compare.nextChange')}
          isDisabled={count === 0}
          onPress={() => go(1)}
        >
          <ChevronDown size={15} strokeWidth={1.5} />
        </Button>
      </div>
      <section
        ref={scroller}
        className={styles.rows}
        aria-label={t('compare.label')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by the keyboard for that
        tabIndex={0}
      >
        <div className={styles.space} style={{ height: rows.height }}>
          {compared?.rows.slice(rows.from, rows.to).map((row, offset) => (
            <Row key={keyOf(row, rows.from + offset)} row={row} top={rows.topOf(rows.from + offset)} />
          ))}
        </div>
      </section>
    </div>
  );
}
