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

/** Reads in the worker, one request after another; of those that wait meanwhile only the newest is read. */
export function createReader(
  onRead: (inspection: Inspection, request: InspectionRequest) => void,
): InspectionReader {
  const target = startWorker();
  let running: WorkerQuestion | null = null;
  let waiting: InspectionRequest | null = null;

  function send(request: InspectionRequest): void {
    lastId += 1;
    running = { id: lastId, request };
    target.postMessage(running);
  }

  function onMessage({ data }: MessageEvent<WorkerAnswer>): void {
    if (running?.id !== data.id) return;
    const { request } = running;
    running = null;
    if (waiting !== null) send(waiting);
    waiting = null;
    onRead(data.inspection, request);
  }

  target.addEventListener('message', onMessage);
  return {
    read: (request) => {
      if (running === null) send(request);
      else waiting = request;
    },
    close: () => target.removeEventListener('message', onMessage),
  };
}
