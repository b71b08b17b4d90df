import { answerRefusal, idFormOf } from './answer.ts';
import { type EventStream, isEndEvent, type StreamEvent, writeEvent } from './api/event-stream.ts';
import { whenClientGoes } from './client-gone.ts';
import type { AnswerFault } from './faults.ts';
import { pause } from './pause.ts';
import type { PracticeContext } from './practice-env.ts';
import type { PracticeState } from './practice-state.ts';
import { refuseCall } from './refusal.ts';

/** The whole events that come before a stream is cut or fails; fewer when it is shorter. */
const eventsBeforeFault = 3;

/** True for the event in whose place, or in whose middle, a stream breaks off. */
function breaksOff(event: StreamEvent, number: number): boolean {
  return number === eventsBeforeFault || isEndEvent(event) || event.event === 'Interrupt';
}

const eventsBetweenHeartbeats = 3;

/** How long the first half of a cut event has to get out before the connection ends, in milliseconds. */
const timeToLeave = 30;

// `chunked` makes the server send the head and each event at once in place of collecting some first.
const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache',
  'transfer-encoding': 'chunked',
};

/**
 * An answer that sends its events one by one when it is read, as `fault` says. A client that goes away ends the sending
 * and the stream itself.
 */
export function openEvents(
  c: PracticeContext,
  state: PracticeState,
  stream: EventStream,
  fault: AnswerFault | null,
): Response {
  const gone = whenClientGoes(c);
  if (fault?.kind === 'json-for-stream') return answerJsonInstead(c);
  const frames = dripped(written(c, state, stream, fault, gone), fault, gone);
  return new Response(bodyOf(frames), { headers });
}

function answerJsonInstead(c: PracticeContext): Response {
  return answerRefusal(c, refuseCall(4009, 'The system is busy, try again later'));
}

function bodyOf(frames: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  const source = {
    pull: async (controller: ReadableStreamDefaultController<Uint8Array>) => {
      const { done, value } = await frames.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await frames.return(undefined);
    },
  };
  // Nothing is made before it is asked for: a chat begins when its stream is read.
  return new ReadableStream(source, { highWaterMark: 0 });
}

async function* written(
  c: PracticeContext,
  state: PracticeState,
  stream: EventStream,
  fault: AnswerFault | null,
  gone: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const idForm = idFormOf(c);
  let number = 0;
  for await (const event of broken(withHeartbeats(stream, state), stream, fault)) {
    if (number > 0 && stream.paced) await pause(state.faults.current().eventPaceMilliseconds, gone);
    if (gone.aborted) return;
    const frame = Buffer.from(writeEvent(event, stream.dialect, number, idForm));
    if (fault?.kind === 'cut' && breaksOff(event, number)) {
      yield frame.subarray(0, frame.length / 2);
      await pause(timeToLeave, gone);
      c.env.outgoing.destroy();
      return;
    }
    yield frame;
    number += 1;
  }
}

async function* withHeartbeats(
  { events, dialect }: EventStream,
  state: PracticeState,
): AsyncGenerator<StreamEvent> {
  let count = 0;
  for await (const event of events) {
    yield event;
    count += 1;
    const due = count % eventsBetweenHeartbeats === 0 && !isEndEvent(event);
    if (due && dialect === 'workflow' && state.faults.current().heartbeats) yield { event: 'PING', data: {} };
  }
}

async function* broken(
  events: AsyncIterable<StreamEvent>,
  { dialect }: EventStream,
  fault: AnswerFault | null,
): AsyncGenerator<StreamEvent> {
  let count = 0;
  for await (const event of events) {
    if (fault?.kind === 'error-event' && breaksOff(event, count)) {
      yield errorEvents[dialect];
      return;
    }
    if (fault?.kind === 'no-end-event' && isEndEvent(event)) return;
    yield event;
    count += 1;
  }
}

const errorEvents: Readonly<Record<EventStream['dialect'], StreamEvent>> = {
  chat: { event: 'error', data: { code: 5000, msg: 'Server internal error' } },
  workflow: { event: 'Error', data: { error_code: 5000, error_message: 'Server internal error' } },
};

async function* dripped(
  frames: AsyncGenerator<Uint8Array>,
  fault: AnswerFault | null,
  gone: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (fault?.kind !== 'slow-drip') return yield* frames;
  for await (const frame of frames) {
    for (let sent = 0; sent < frame.length; sent += fault.bytes) {
      if (gone.aborted) return;
      yield frame.subarray(sent, sent + fault.bytes);
      await pause(fault.milliseconds, gone);
    }
  }
}
