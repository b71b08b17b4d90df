import type { Inspection, InspectionRequest } from './inspect-text.ts';
import type { WorkerAnswer, WorkerQuestion } from './inspection-worker.ts';

let worker: Worker | null = null;
let lastId = 0;

function startWorker(): Worker {
  worker ??= new Worker(new URL('./inspection-worker.ts', import.meta.url), { type: 'module' });
  return worker;
}

export interface InspectionReader {
  readonly read: (request: InspectionRequest) => void;
  readonly close: () => void;
}

interface Listeners {
  readonly onRead: (inspection: Inspection, request: InspectionRequest) => void;
  /** The worker ended, and so did the one that took its place. */
  readonly onFailure: () => void;
}

/** Reads in the worker, one request after another; of those that wait meanwhile only the newest is read. */
export function createReader({ onRead, onFailure }: Listeners): InspectionReader {
  let target = listenTo(startWorker());
  let running: WorkerQuestion | null = null;
  let waiting: InspectionRequest | null = null;
  let hasFailed = false;

  function send(request: InspectionRequest): void {
    lastId += 1;
    running = { id: lastId, request };
    target.postMessage(running);
  }

  function onMessage({ data }: MessageEvent<WorkerAnswer>): void {
    if (running?.id !== data.id) return;
    const { request } = running;
    running = null;
    hasFailed = false;
    if (waiting !== null) send(waiting);
    waiting = null;
    onRead(data.inspection, request);
  }

  function onError(): void {
    const request = waiting ?? running?.request;
    running = null;
    waiting = null;
    stopListening();
    target.terminate();
    if (worker === target) worker = null;
    target = listenTo(startWorker());
    if (hasFailed || request === undefined) {
      onFailure();
    } else {
      hasFailed = true;
      send(request);
    }
  }

  function listenTo(started: Worker): Worker {
    started.addEventListener('message', onMessage);
    started.addEventListener('error', onError);
    started.addEventListener('messageerror', onError);
    return started;
  }

  function stopListening(): void {
    target.removeEventListener('message', onMessage);
    target.removeEventListener('error', onError);
    target.removeEventListener('messageerror', onError);
  }

  return {
    read: (request) => {
      if (running === null) send(request);
      else waiting = request;
    },
    close: stopListening,
  };
}
