import type { ConsoleRun, StreamEvent } from '../../shared/console-run.ts';
import type { StreamedAnswer } from '../http/client.ts';
import { findHeader } from '../http/find-header.ts';
import { answerKind, type KnownAnswer } from './answer-kind.ts';
import { createUtf8Check, settledCharset, type Utf8Check } from './charset.ts';
import { type BodyFacts, readBodyFacts } from './envelope.ts';
import type { EventBatches } from './event-batches.ts';
import type { EventLog } from './event-log.ts';
import { type Secret, withoutSecrets } from './hide-secrets.ts';
import type { KeptBodies, KeptBody } from './kept-bodies.ts';
import { servedType } from './served-type.ts';
import { sseEvents } from './sse-events.ts';

/** Where a run is written down. */
export interface RunRecord {
  readonly run: () => ConsoleRun;
  readonly change: (part: Partial<ConsoleRun>) => void;
  readonly events: EventLog;
  readonly batches: EventBatches<StreamEvent>;
  /** The body of the answer takes the place of the one before; null when there is none. */
  readonly setBody: (body: KeptBody | null) => Promise<void>;
}

export interface ReadingServices {
  /** Milliseconds since some fixed moment, on a clock that nobody sets. */
  readonly stopwatch: () => number;
  readonly bodies: Pick<KeptBodies, 'create'>;
}

interface Reading extends ReadingServices {
  readonly record: RunRecord;
  readonly secrets: readonly Secret[];
  /** When the request was sent, in milliseconds of the stopwatch. */
  readonly sentAt: number;
}

/** Keeps every chunk, and gives it on; ends when no more is kept. */
async function* kept(
  chunks: AsyncIterable<Uint8Array>,
  body: KeptBody,
  onGrown: () => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    const hasRoom = await body.append(chunk);
    onGrown();
    if (!hasRoom) return;
    yield chunk;
  }
}

async function readEvents(
  chunks: AsyncIterable<Uint8Array>,
  { record, stopwatch, sentAt }: Reading,
): Promise<void> {
  record.change({ eventCount: 0 });
  try {
    for await (const event of sseEvents(chunks)) {
      const index = record.events.count();
      const known: StreamEvent = { ...event, index, atMs: stopwatch() - sentAt };
      await record.events.add(known);
      record.change({ eventCount: index + 1 });
      await record.batches.add(known);
    }
  } finally {
    record.batches.flush();
  }
}

const longestEnvelope = 10 * 1024 * 1024;

function factsOf(body: KeptBody, kind: KnownAnswer['kind'], charset: string): BodyFacts | null {
  if (kind !== 'json' || body.state().truncated) return null;
  const bytes = body.whole(longestEnvelope);
  return bytes === null ? null : readBodyFacts(new TextDecoder(charset).decode(bytes));
}

/** Looks at what passes. */
async function* checked(chunks: AsyncIterable<Uint8Array>, check: Utf8Check): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    check.add(chunk);
    yield chunk;
  }
}

/**
 * Reads an answer to its end, and says in the run what has come of it so far.
 *
 * @throws ProblemError `console/no-room`, and what reading the answer throws
 */
export async function readAnswer(answer: StreamedAnswer, reading: Reading): Promise<void> {
  const { record, secrets, bodies } = reading;
  const contentType = findHeader(answer.headers, 'content-type');
  const { kind, chunks, ...told } = await answerKind(answer.body, contentType);
  const body = bodies.create();
  body.type = servedType(kind, contentType);
  await record.setBody(body);
  const { bodyId } = body;
  let { charset, charsetFrom } = told;
  const tell = () =>
    record.change({
      body: { bodyId, kind, address: `/body/${bodyId}`, charset, charsetFrom, ...body.state() },
    });
  tell();
  const check = createUtf8Check();
  const isChecked = told.unlessUtf8 !== null && (kind === 'json' || kind === 'text');
  let isWhole = false;
  try {
    const known = kept(withoutSecrets(chunks, secrets, charset), body, tell);
    if (kind === 'events') await readEvents(known, reading);
    else for await (const _ of isChecked ? checked(known, check) : known);
    isWhole = !body.state().truncated;
  } finally {
    await body.finish();
    const isUtf8 = !isChecked || check.isUtf8(isWhole);
    ({ charset, charsetFrom } = settledCharset(told, isUtf8, isUtf8 ? null : body.whole(longestEnvelope)));
    tell();
  }
  const facts = factsOf(body, kind, charset);
  const { head } = record.run();
  if (head !== null && head.logId === null && facts?.logId) {
    record.change({ head: { ...head, logId: facts.logId } });
  }
  record.change({ envelope: facts?.envelope ?? null });
}
