import { useEffect, useState } from 'react';
import type { AnswerBody } from '../../../../shared/console-run.ts';
import type { AnswerReader } from './answer-reader.ts';
import { growReader, leaveReader, takeReader } from './kept-readers.ts';

/** Bytes from which a body is read while it is still coming. */
export const longBody = 512 * 1024;

/**
 * Reads a body; null for a moment, and when there is none to be read.
 *
 * @param isWhole - false while more of it may come
 */
export function useReader(body: AnswerBody | null, isWhole = true): AnswerReader | null {
  const [reader, setReader] = useState<AnswerReader | null>(null);
  const bodyId = body?.bodyId ?? null;
  const charset = body?.charset ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: id and charset say whether it is to be read anew
  useEffect(() => {
    if (body === null) {
      setReader(null);
      return;
    }
    setReader(takeReader(body, isWhole));
    return () => leaveReader(body);
  }, [bodyId, charset]);
  useEffect(() => {
    if (body !== null) growReader(body, isWhole);
  }, [body, isWhole]);
  return reader;
}
