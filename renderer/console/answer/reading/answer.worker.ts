import { type AnswerDocument, createAnswerDocument } from './answer-document.ts';
import { type BodyToRead, type FromWorker, nothingRead, type ToWorker } from './answer-protocol.ts';
import { fetchBody } from './fetch-body.ts';

/** Between two words about how far it has come, in milliseconds: rows that can be seen are said sooner. */
const pause = 200;

let document: AnswerDocument | null = null;

function say(message: FromWorker): void {
  self.postMessage(message);
}

async function open(body: BodyToRead): Promise<void> {
  const opened = createAnswerDocument(body);
  document = opened;
  let said = 0;
  let saidVersion = 0;
  try {
    for await (const { bytes, length, isLast } of fetchBody(body)) {
      opened.take(bytes, length, isLast);
      const { version } = opened.state();
      if (!isLast && version === saidVersion && performance.now() - said < pause) continue;
      said = performance.now();
      saidVersion = version;
      say({ kind: 'state', state: opened.state() });
    }
  } catch {
    say({ kind: 'state', state: { ...nothingRead, isComplete: true, isUnreachable: true } });
  }
}

/** Reads one answer, so that the window goes on: what is asked meanwhile is answered between two pieces. */
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'open') {
    void open(data.body);
    return;
  }
  if (document === null) return;
  const before = document.state().version;
  const answer = document.answers[data.name] as (input: unknown) => unknown;
  const value = answer(data.input);
  const state = document.state();
  if (state.version !== before) say({ kind: 'state', state });
  say({ kind: 'answer', id: data.id, value });
});
