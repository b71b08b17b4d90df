import type { AnswerBody } from '../../../../shared/console-run.ts';
import { type AnswerReader, type BodyReader, readAnswer } from './answer-reader.ts';

interface Kept {
  readonly reader: BodyReader;
  bytes: number;
  isWhole: boolean;
  users: number;
}

/** Answers that nobody looks at and that stay readable all the same, and how long they may be together. */
const mostIdle = 3;
const mostIdleBytes = 40_000_000;

/** A body that is read in another charset is another text. */
type Name = Pick<AnswerBody, 'bodyId' | 'charset'>;
const nameOf = ({ bodyId, charset }: Name) => `${bodyId} ${charset}`;

/** In the order in which they were last looked at. */
const kept = new Map<string, Kept>();

function dropIdle(): void {
  let count = 0;
  let bytes = 0;
  for (const [name, entry] of [...kept].reverse()) {
    if (entry.users > 0) continue;
    count += 1;
    bytes += entry.bytes;
    if (count <= mostIdle && bytes <= mostIdleBytes) continue;
    entry.reader.close();
    kept.delete(name);
  }
}

/**
 * The reader of a body, which may still be coming; what was folded and found stays while somebody looks at another one.
 */
export function takeReader(
  { bodyId, address, bytes, charset, kind }: AnswerBody,
  isWhole: boolean,
): AnswerReader {
  const name = nameOf({ bodyId, charset });
  const entry = kept.get(name) ?? {
    reader: readAnswer({ address, bytes, isWhole, charset, isJson: kind === 'json' }),
    bytes,
    isWhole,
    users: 0,
  };
  entry.users += 1;
  kept.delete(name);
  kept.set(name, entry);
  return entry.reader;
}

/** Tells the reader of a body that more of it has come, or its end. */
export function growReader({ bytes, ...body }: AnswerBody, isWhole: boolean): void {
  const entry = kept.get(nameOf(body));
  if (entry === undefined || entry.isWhole || (entry.bytes === bytes && !isWhole)) return;
  entry.bytes = bytes;
  entry.isWhole = isWhole;
  entry.reader.grown({ bytes, isWhole });
}

export function leaveReader(body: AnswerBody): void {
  const entry = kept.get(nameOf(body));
  if (entry === undefined) return;
  entry.users -= 1;
  dropIdle();
}
