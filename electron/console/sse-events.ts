import { createParser } from 'eventsource-parser';
import { ProblemError } from '../../shared/problem.ts';

/** One event of a stream (HTML Living Standard, "Server-sent events"). */
export interface SseEvent {
  /** Empty where the stream named none. */
  readonly event: string;
  readonly id: string | null;
  /** The `data` lines, joined by line feeds. */
  readonly data: string;
}

/** Characters of one event; a second of speech in base64 is about 64 Ki. */
const usualLimit = 8 * 1024 * 1024;

/**
 * The events in the bytes of a stream, each as soon as its blank line is there. The bytes may be cut anywhere, also in
 * the middle of a character or of CR LF. What stands at a clean end without a blank line counts as an event, too, since
 * servers leave it out. An event without data is none.
 *
 * @param limit - characters that an event may have, lines that are not at their end yet included
 * @throws ProblemError `http/too-large` (limit), and what reading the chunks throws
 */
export async function* sseEvents(
  chunks: AsyncIterable<Uint8Array>,
  limit = usualLimit,
): AsyncGenerator<SseEvent> {
  let ready: SseEvent[] = [];
  let isTooLong = false;
  const parser = createParser({
    maxBufferSize: limit,
    onEvent: ({ event = '', id = null, data }) => ready.push({ event, id, data }),
    onError: ({ type }) => {
      isTooLong ||= type === 'max-buffer-size-exceeded';
    },
  });
  const decoder = new TextDecoder();

  function* fed(text: string): Generator<SseEvent> {
    parser.feed(text);
    const events = ready;
    ready = [];
    yield* events;
    if (isTooLong) throw new ProblemError('http/too-large', { params: { limit } });
  }

  for await (const chunk of chunks) yield* fed(decoder.decode(chunk, { stream: true }));
  yield* fed(`${decoder.decode()}\n\n`);
}
