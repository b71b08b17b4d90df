import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerReader } from '../reading/answer-reader.ts';
import { useReading, useRowsInSight } from '../rows/use-reading.ts';
import { useTallRows } from '../rows/use-tall-rows.ts';
import styles from './text-view.module.css';

interface Props {
  readonly reader: AnswerReader;
  /** The line to be brought in sight, whenever it is another object. */
  readonly target: { readonly place: number } | null;
}

const rowHeight = 19;

/** A text of any length, line by line as it was received. */
export function LineRows({ reader, target }: Props) {
  const { t } = useTranslation('answer');
  const scroller = useRef<HTMLElement>(null);
  const { lines: count, version } = useReading(reader);
  const rows = useTallRows(scroller, count, rowHeight);
  const lineAt = useRowsInSight(reader, 'lines', { from: rows.from, to: Math.max(rows.to, 1), version });
  const { show } = rows;
  useEffect(() => {
    if (target !== null) show(target.place, 'centre');
  }, [target, show]);
  const places = Array.from({ length: Math.max(0, rows.to - rows.from) }, (_, at) => rows.from + at);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by the keyboard for that
    <section ref={scroller} className={styles.lines} aria-label={t('lineText')} tabIndex={0}>
      <div className={styles.lineRows} style={{ height: rows.height }}>
        {places.map((place) => {
          const line = lineAt(place);
          return (
            line !== null && (
              <div
                key={place}
                className={styles.line}
                data-target={target?.place === place || undefined}
                style={{ transform: `translateY(${rows.topOf(place)}px)` }}
              >
                <span className={styles.number}>{line.number}</span>
                <span className={styles.lineText}>{line.text}</span>
              </div>
            )
          );
        })}
      </div>
    </section>
  );
}
