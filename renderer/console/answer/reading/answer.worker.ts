import { type AnswerDocument, createAnswerDocument } from './answer-document.ts';
import {
  type BodyToRead,
  blockRows,
  type FromWorker,
  nothingRead,
  type ToWorker,
} from './answer-protocol.ts';
import { type BodyGrowth, type BodySize, followBody } from './fetch-body.ts';

/** Between two words about how far it has come, in milliseconds: rows that can be seen are said sooner. */
const pause = 200;

let document: AnswerDocument | null = null;
let size: BodySize = { bytes: 0, isWhole: false };
let tellChange: () => void = () => undefined;
let change = nextChange();

function nextChange(): Promise<void> {
  return new Promise((resolve) => {
    tellChange = resolve;
  });
}

const growth: BodyGrowth = { now: () => size, changed: () => change };

function grow({ bytes, isWhole }: BodySize): void {
  size = { bytes, isWhole };
  tellChange();
  change = nextChange();
}

function say(message: FromWorker): void {
  self.postMessage(message);
}

let saidVersion = 0;

function sayState({ state, answers }: AnswerDocument): void {
  const now = state();
  const isNew = now.version !== saidVersion;
  saidVersion = now.version;
  const firstRows = isNew ? { version: now.version, rows: answers.rows({ from: 0, to: blockRows }) } : null;
  say({ kind: 'state', state: now, firstRows });
}

async function open(body: BodyToRead): Promise<void> {
  const opened = createAnswerDocument(body);
  document = opened;
  let said = 0;
  try {
    for await (const { bytes, length, isLast, isCut } of followBody(body, growth)) {
      opened.take(bytes, length, isLast, isCut);
      const { version } = opened.state();
      if (!isLast && version === saidVersion && performance.now() - said < pause) continue;
      said = performance.now();
      sayState(opened);
    }
  } catch {
    say({ kind: 'state', state: { ...nothingRead, isComplete: true, isUnreachable: true }, firstRows: null });
  }
}

/** Reads one answer, so that the window goes on: what is asked meanwhile is answered between two pieces. */
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'grown') {
    grow(data);
    return;
  }
  if (data.kind === 'open') {
    size = { bytes: data.body.bytes, isWhole: data.body.isWhole !== false };
    void open(data.body);
    return;
  }
  if (document === null) return;
  const answer = document.answers[data.name] as (input: unknown) => unknown;
  const value = answer(data.input);
  if (document.state().version !== saidVersion) sayState(document);
  say({ kind: 'answer', id: data.id, value });
});
