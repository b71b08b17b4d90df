import { useEffect, useState } from 'react';
import type { AnswerBody } from '../../../../shared/console-run.ts';
import type { AnswerReader } from './answer-reader.ts';
import { leaveReader, takeReader } from './kept-readers.ts';

/** Reads a body that has arrived; null for a moment, and when there is none to be read. */
export function useReader(body: AnswerBody | null): AnswerReader | null {
  const [reader, setReader] = useState<AnswerReader | null>(null);
  const name = body === null ? '' : `${body.bodyId} ${body.bytes}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says whether it is another body
  useEffect(() => {
    if (body === null) {
      setReader(null);
      return;
    }
    setReader(takeReader(body));
    return () => leaveReader(body);
  }, [name]);
  return reader;
}
