import { type DraftQuestion, type JudgedDraft, judgeDraft } from './judge-draft.ts';

export interface WorkerQuestion {
  readonly id: number;
  readonly question: DraftQuestion;
}

export interface WorkerAnswer {
  readonly id: number;
  readonly judged: JudgedDraft;
}

/** Judges long drafts, so that typing goes on. Answers each question, in order. */
self.addEventListener('message', ({ data }: MessageEvent<WorkerQuestion>) => {
  const answer: WorkerAnswer = { id: data.id, judged: judgeDraft(data.question) };
  self.postMessage(answer);
});
