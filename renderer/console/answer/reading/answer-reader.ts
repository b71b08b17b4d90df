import {
  type BodyToRead,
  type FirstRows,
  type FromWorker,
  nothingRead,
  type QuestionName,
  type Questions,
  type ReadingState,
  type ToWorker,
} from './answer-protocol.ts';
import type { BodySize } from './fetch-body.ts';

/** An answer that a worker reads. */
export interface AnswerReader {
  readonly state: () => ReadingState;
  /** The first rows of the tree, where they come with the state. */
  readonly firstRows?: () => FirstRows | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Never answered once the reader is closed. */
  readonly ask: <Name extends QuestionName>(
    name: Name,
    input: Questions[Name]['ask'],
  ) => Promise<Questions[Name]['answer']>;
  readonly close: () => void;
}

/** The reader of a body that may still be coming. */
export interface BodyReader extends AnswerReader {
  /** More of the body has come, or its end. */
  readonly grown: (size: BodySize) => void;
}

/** A worker that has started already, so that the next answer does not wait for that. */
let spare: Worker | null = null;

function newWorker(): Worker {
  return new Worker(new URL('./answer.worker.ts', import.meta.url), { type: 'module' });
}

/** Milliseconds: what is to be read now comes first. */
const warmUpAfter = 3000;

/** Starts a worker ahead. */
export function warmUp(): void {
  spare ??= newWorker();
}

/** Starts to read a body in a worker of its own; closing ends the worker and frees its memory. */
export function readAnswer(body: BodyToRead): BodyReader {
  const worker = spare ?? newWorker();
  spare = null;
  setTimeout(warmUp, warmUpAfter);
  let state = nothingRead;
  let firstRows: FirstRows | null = null;
  let lastId = 0;
  const listeners = new Set<() => void>();
  const waiting = new Map<number, (value: unknown) => void>();

  const post = (message: ToWorker) => worker.postMessage(message);
  const setState = (next: ReadingState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'state') {
      firstRows = data.firstRows ?? firstRows;
      setState(data.state);
      return;
    }
    waiting.get(data.id)?.(data.value);
    waiting.delete(data.id);
  };
  worker.onerror = () => setState({ ...state, isComplete: true, isUnreachable: true });
  post({ kind: 'open', body });

  return {
    state: () => state,
    firstRows: () => firstRows,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: (name, input) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, (value) => resolve(value as never));
        post({ kind: 'ask', id: lastId, name, input });
      }),
    grown: ({ bytes, isWhole }) => post({ kind: 'grown', bytes, isWhole }),
    close: () => {
      waiting.clear();
      listeners.clear();
      worker.terminate();
    },
  };
}
