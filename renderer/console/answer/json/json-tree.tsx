import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowAfterKey } from '../../../ui/use-roving-rows.ts';
import type { JsonRow } from '../reading/answer-protocol.ts';
import type { AnswerReader } from '../reading/answer-reader.ts';
import { useReading, useRowsInSight } from '../rows/use-reading.ts';
import { useTallRows } from '../rows/use-tall-rows.ts';
import { copyRow } from './copy-row.ts';
import { JsonRowView } from './json-row-view.tsx';
import styles from './json-tree.module.css';
import { RowFacts } from './row-facts.tsx';

interface Props {
  readonly reader: AnswerReader;
  /** The row to be brought in sight, whenever it is another object. */
  readonly target: { readonly place: number } | null;
}

const rowHeight = 22;

/** A tree of any size: the rows in sight are asked for, all else stays with the reader. */
export function JsonTree({ reader, target }: Props) {
  const { t } = useTranslation('answer');
  const name = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows: count, version } = useReading(reader);
  const rows = useTallRows(scroller, count, rowHeight);
  const rowAt = useRowsInSight(reader, 'rows', { from: rows.from, to: rows.to, version });
  const [active, setActive] = useState(0);
  const [pointed, setPointed] = useState<JsonRow | null>(null);
  const { show } = rows;
  const shownVersion = useRef(version);
  if (shownVersion.current !== version) {
    // Other rows stand at the places that were known.
    shownVersion.current = version;
    setPointed(null);
    if (active >= count && count > 0) setActive(0);
  }

  useEffect(() => {
    if (target === null) return;
    setActive(target.place);
    setPointed(null);
    show(target.place, 'centre');
  }, [target, show]);

  const move = (place: number) => {
    const next = Math.max(0, Math.min(place, count - 1));
    setActive(next);
    setPointed(null);
    show(next);
  };
  const toggle = useCallback((row: JsonRow) => void reader.ask('toggle', { place: row.place }), [reader]);
  const pick = useCallback((row: JsonRow) => setActive(row.place), []);
  const activeRow = rowAt(active);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'c' || window.getSelection()?.toString()) return;
      event.preventDefault();
      void copyRow(reader, active, event.shiftKey ? 'path' : 'value', t('copyTooLong'));
      return;
    }
    const place = rowAfterKey(event.key, active, count, rows.page);
    if (place !== null) move(place);
    else if (event.key === 'ArrowRight') {
      if (activeRow?.isOpen) move(active + 1);
      else if (activeRow?.canOpen) toggle(activeRow);
    } else if (event.key === 'ArrowLeft') {
      if (activeRow?.isOpen) toggle(activeRow);
      else void reader.ask('around', { place: active }).then((around) => around !== null && move(around));
    } else if ((event.key === 'Enter' || event.key === ' ') && activeRow?.canOpen) toggle(activeRow);
    else return;
    event.preventDefault();
  };

  const places = Array.from({ length: Math.max(0, rows.to - rows.from) }, (_, at) => rows.from + at);
  const shown = places.map((place) => rowAt(place)).filter((row) => row !== null);
  const isActiveThere = shown.some(({ place }) => place === active);
  return (
    <>
      <div
        ref={scroller}
        role="tree"
        tabIndex={0}
        aria-label={t('jsonTree')}
        aria-activedescendant={isActiveThere ? `${name}-${active}` : undefined}
        className={styles.tree}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setPointed(null)}
      >
        <div role="none" className={styles.rows} style={{ height: rows.height }}>
          {shown.map((row) => (
            <JsonRowView
              key={row.place}
              row={row}
              id={`${name}-${row.place}`}
              top={rows.topOf(row.place)}
              isActive={row.place === active}
              onPick={pick}
              onToggle={toggle}
              onPoint={setPointed}
            />
          ))}
        </div>
      </div>
      <RowFacts reader={reader} row={pointed ?? activeRow} copied={active} version={version} />
    </>
  );
}
