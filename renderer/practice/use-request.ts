import { useEffect, useState } from 'react';
import type { PracticeDetail } from '../../shared/practice-schema.ts';
import { call } from '../app/bridge-client.ts';
import { usePracticeLog } from '../app/practice-log-store.ts';

/** One request in full, asked for again when something in it changed; `gone` when the log has it no more. */
export function useRequest(number: number | null): PracticeDetail | 'gone' | null {
  const entry = usePracticeLog(({ entries }) => entries.find((candidate) => candidate.number === number));
  const [detail, setDetail] = useState<PracticeDetail | null>(null);
  useEffect(() => {
    if (number === null || entry === undefined) return;
    let isWanted = true;
    const load = async () => {
      const found = await call('practice.request', { number: entry.number }).catch(() => null);
      if (isWanted) setDetail(found);
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [number, entry]);
  if (number !== null && entry === undefined) return 'gone';
  return detail;
}
