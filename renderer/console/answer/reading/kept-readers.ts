import type { AnswerBody } from '../../../../shared/console-run.ts';
import { type AnswerReader, readAnswer } from './answer-reader.ts';

interface Kept {
  readonly reader: AnswerReader;
  readonly bytes: number;
  users: number;
}

/** Answers that nobody looks at and that stay readable all the same, and how long they may be together. */
const mostIdle = 3;
const mostIdleBytes = 40_000_000;

/** In the order in which they were last looked at. */
const kept = new Map<string, Kept>();

function dropIdle(): void {
  let count = 0;
  let bytes = 0;
  for (const [bodyId, entry] of [...kept].reverse()) {
    if (entry.users > 0) continue;
    count += 1;
    bytes += entry.bytes;
    if (count <= mostIdle && bytes <= mostIdleBytes) continue;
    entry.reader.close();
    kept.delete(bodyId);
  }
}

/** The reader of a body that has arrived; what was folded and found stays while somebody looks at another one. */
export function takeReader({ bodyId, address, bytes, charset, kind }: AnswerBody): AnswerReader {
  const name = `${bodyId} ${bytes}`;
  const entry = kept.get(name) ?? {
    reader: readAnswer({ address, bytes, charset, isJson: kind === 'json' }),
    bytes,
    users: 0,
  };
  entry.users += 1;
  kept.delete(name);
  kept.set(name, entry);
  return entry.reader;
}

export function leaveReader({ bodyId, bytes }: AnswerBody): void {
  const entry = kept.get(`${bodyId} ${bytes}`);
  if (entry === undefined) return;
  entry.users -= 1;
  dropIdle();
}
