import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { blockRows, type Questions, type ReadingState } from '../reading/answer-protocol.ts';
import type { AnswerReader } from '../reading/answer-reader.ts';

export function useReading(reader: AnswerReader): ReadingState {
  return useSyncExternalStore(reader.subscribe, reader.state);
}

type RowKind = 'rows' | 'lines';
type RowOf<Kind extends RowKind> = Questions[Kind]['answer'][number];

/**
 * The rows of a reading by their places, asked for in blocks when they come in sight. Null for a row that has not come
 * yet; a row that has changed stays until the new one is there.
 */
export function useRowsInSight<Kind extends RowKind>(
  reader: AnswerReader,
  kind: Kind,
  { from, to, version }: { readonly from: number; readonly to: number; readonly version: number },
): (place: number) => RowOf<Kind> | null {
  const blocks = useRef(
    new Map<number, { readonly version: number; readonly rows: readonly RowOf<Kind>[] }>(),
  );
  const asked = useRef(new Set<string>());
  const [, redraw] = useState(0);
  const owner = useRef(reader);
  if (owner.current !== reader) {
    owner.current = reader;
    blocks.current.clear();
    asked.current.clear();
  }
  const first = kind === 'rows' ? (reader.firstRows?.() ?? null) : null;
  if (first !== null && first.version === version && blocks.current.get(0)?.version !== version) {
    blocks.current.set(0, { version, rows: first.rows as readonly RowOf<Kind>[] });
  }
  useEffect(() => {
    const known = blocks.current;
    for (let block = Math.floor(from / blockRows); block * blockRows < to; block += 1) {
      const name = `${version} ${block}`;
      if (known.get(block)?.version === version || asked.current.has(name)) continue;
      asked.current.add(name);
      const range = { from: block * blockRows, to: (block + 1) * blockRows };
      void reader.ask(kind, range).then((rows) => {
        asked.current.delete(name);
        if (owner.current !== reader || (known.get(block)?.version ?? -1) > version) return;
        known.set(block, { version, rows: rows as readonly RowOf<Kind>[] });
        if (known.size > 200)
          for (const old of [...known.keys()].slice(0, 100)) if (old !== block) known.delete(old);
        redraw((count) => count + 1);
      });
    }
  }, [reader, kind, from, to, version]);
  return (place) => blocks.current.get(Math.floor(place / blockRows))?.rows[place % blockRows] ?? null;
}
