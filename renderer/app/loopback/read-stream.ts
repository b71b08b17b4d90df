import { createParser } from 'eventsource-parser';
import { loopbackPaths, type StreamMessages } from '../../../shared/loopback.ts';
import { countsUnder, openStream, post, sawMessage } from './request.ts';

/** How a stream came to its end; `silent` where the host is there and says nothing. */
export type StreamEnd = 'unreached' | 'broken' | 'silent' | 'no-session' | 'too-many-pages' | 'ended';

export type StreamMessage = {
  [Kind in keyof StreamMessages]: { readonly kind: Kind; readonly data: StreamMessages[Kind] };
}[keyof StreamMessages];

/** A stream that is silent for so many milliseconds is none any more: the host says something every five seconds. */
const longestSilence = 15_000;
/** Milliseconds in which the host begins a stream. */
const longestOpening = 5000;
/** Characters, after which the host is told that it need not keep them. */
const worthTelling = 262_144;

function isMessage(kind: string | undefined): kind is keyof StreamMessages {
  return kind === 'hello' || kind === 'event' || kind === 'reply' || kind === 'end';
}

/** Reads the page's stream until it ends, and says how that came. */
export async function readStream(
  onMessage: (message: StreamMessage) => void,
  signal: AbortSignal,
): Promise<StreamEnd> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), longestOpening);
  const answer = await openStream(AbortSignal.any([signal, silence.signal]));
  clearTimeout(timer);
  if (answer === null) return silence.signal.aborted ? 'silent' : 'unreached';
  if (answer.status !== 200 || answer.body === null) {
    if (answer.status === 429) return 'too-many-pages';
    return answer.status === 401 || answer.status === 403 ? 'no-session' : 'unreached';
  }

  let end: StreamEnd = 'broken';
  let untold = 0;
  timer = setTimeout(() => silence.abort(), longestSilence);
  const parser = createParser({
    onEvent: ({ id, event, data }) => {
      if (!isMessage(event)) return;
      const message = { kind: event, data: JSON.parse(data) } as StreamMessage;
      if (message.kind === 'hello') countsUnder(message.data.count);
      else if (message.kind === 'end') end = 'ended';
      else if (id !== undefined) sawMessage(Number(id));
      untold += data.length;
      onMessage(message);
    },
  });
  try {
    for (const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return end;
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), longestSilence);
      parser.feed(value);
      if (untold < worthTelling) continue;
      untold = 0;
      void post(loopbackPaths.seen);
    }
  } catch {
    return silence.signal.aborted ? 'silent' : end;
  } finally {
    clearTimeout(timer);
  }
}
