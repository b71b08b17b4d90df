import { type Inspection, type InspectionRequest, inspectText } from './inspect-text.ts';

export interface WorkerQuestion {
  readonly id: number;
  readonly request: InspectionRequest;
}

export interface WorkerAnswer {
  readonly id: number;
  readonly inspection: Inspection;
}

/** Takes large texts apart, so that the window goes on. Answers each question, in order. */
self.addEventListener('message', ({ data }: MessageEvent<WorkerQuestion>) => {
  const answer: WorkerAnswer = { id: data.id, inspection: inspectText(data.request) };
  self.postMessage(answer);
});
