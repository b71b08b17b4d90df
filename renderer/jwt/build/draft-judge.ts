import type { WorkerAnswer, WorkerQuestion } from './draft-worker.ts';
import type { DraftQuestion, JudgedDraft } from './judge-draft.ts';

export interface DraftJudge {
  readonly judge: (question: DraftQuestion) => void;
  readonly close: () => void;
}

interface Listeners {
  readonly onJudged: (judged: JudgedDraft, question: DraftQuestion) => void;
  /** The worker ended. The next question gets a new one. */
  readonly onFailure: () => void;
}

/** Judges drafts in a worker, one after another; of those that wait meanwhile only the newest is judged. */
export function createJudge({ onJudged, onFailure }: Listeners): DraftJudge {
  let worker: Worker | null = null;
  let lastId = 0;
  let running: WorkerQuestion | null = null;
  let waiting: DraftQuestion | null = null;

  function close(): void {
    worker?.terminate();
    worker = null;
    running = null;
    waiting = null;
  }

  function start(): Worker {
    const started = new Worker(new URL('./draft-worker.ts', import.meta.url), { type: 'module' });
    const fail = () => {
      if (worker !== started) return;
      close();
      onFailure();
    };
    started.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      if (running?.id !== data.id) return;
      const { question } = running;
      running = null;
      if (waiting !== null) send(waiting);
      waiting = null;
      onJudged(data.judged, question);
    });
    started.addEventListener('error', fail);
    started.addEventListener('messageerror', fail);
    return started;
  }

  function send(question: DraftQuestion): void {
    worker ??= start();
    lastId += 1;
    running = { id: lastId, question };
    worker.postMessage(running);
  }

  return {
    judge: (question) => {
      if (running === null) send(question);
      else waiting = question;
    },
    close,
  };
}
