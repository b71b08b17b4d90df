import { redact } from '../../shared/redact.ts';
import type { EpochMilliseconds } from '../../shared/time.ts';
import type { AnswerFault } from './faults.ts';
import type { PracticeContext } from './practice-env.ts';
import type { PracticeState } from './practice-state.ts';
import type { Refusal } from './refusal.ts';
import type { ShownMessage } from './request-log.ts';
import { longestBody, shownMessage } from './shown-message.ts';
import { shownText } from './shown-text.ts';
import { logIdHeader } from './stamp.ts';

const longestPath = 2048;
const nothing = new Uint8Array();

/** What stands on the answer before the server adds its own, such as the log id. */
function headersOf(c: PracticeContext): Headers {
  const headers = new Headers(c.res.headers);
  for (const name of ['date', logIdHeader]) {
    const value = c.env.outgoing.getHeader(name);
    if (value !== undefined) headers.set(name, String(value));
  }
  return headers;
}

/** The answer as far as it is known: the body of a stream is filled in by {@link followStream}. */
async function shownAnswer(c: PracticeContext): Promise<ShownMessage> {
  const headers = headersOf(c);
  if (isStream(headers)) return { ...shownMessage(headers, nothing), bodyBytes: null };
  return shownMessage(headers, new Uint8Array(await c.res.clone().arrayBuffer()));
}

const isStream = (headers: Headers) => /event-stream/i.test(headers.get('content-type') ?? '');

/** Keeps the beginning of a stream as it goes by, for the log. */
function followStream(c: PracticeContext, state: PracticeState, number: number): void {
  const { body, status, headers } = c.res;
  if (body === null || !isStream(headers)) return;
  const parts: Uint8Array[] = [];
  let sent = 0;
  const tell = () => {
    const { body: shown } = shownMessage(headers, Buffer.concat(parts));
    state.log.amend(number, ({ answer }) => ({ answer: { ...answer, body: shown, bodyBytes: sent } }));
  };
  const tap = new TransformStream<Uint8Array, Uint8Array>({
    transform: (part, through) => {
      if (sent < longestBody) parts.push(part);
      sent += part.length;
      through.enqueue(part);
    },
  });
  c.env.outgoing.once('close', tell);
  const followed = new Response(body.pipeThrough(tap), { status, headers });
  c.res = undefined;
  c.res = followed;
}

/** A refusal quotes what was sent, which may be a token in the wrong place. */
function shownRefusal(refusal: Refusal | undefined): Refusal | null {
  if (refusal === undefined) return null;
  const { message, seen, wanted } = refusal;
  return { ...refusal, message: redact(message), seen: shownText(seen), wanted: shownText(wanted) };
}

/** Writes a request and its answer, about to be sent, into the log; how long it took follows when it was sent. */
export async function logExchange(
  c: PracticeContext,
  state: PracticeState,
  fault: AnswerFault | null,
  began: EpochMilliseconds,
): Promise<void> {
  const { outgoing } = c.env;
  const number = state.log.add({
    at: began,
    logId: c.get('logId'),
    method: c.req.method,
    path: redact(c.req.path.slice(0, longestPath)),
    query: redact(new URL(c.req.url).search.slice(0, longestPath)),
    sender: c.get('sender') ?? null,
    request: shownMessage(c.req.raw.headers, c.get('body') ?? nothing),
    assertion: c.get('assertion') ?? null,
    checks: c.get('checks')?.results() ?? [],
    refusal: shownRefusal(c.get('refusal')),
    status: c.res.status,
    answer: await shownAnswer(c),
    durationMs: null,
    fault: fault?.kind ?? null,
  });
  const end = () => state.log.amend(number, () => ({ durationMs: state.clock.now() - began }));
  if (outgoing.closed) end();
  else outgoing.once('close', end);
  followStream(c, state, number);
}
