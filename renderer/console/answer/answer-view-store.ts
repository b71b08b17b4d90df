import { create } from 'zustand';

export type AnswerTab = 'body' | 'headers' | 'timing' | 'compare';

export type StreamLook = 'events' | 'message' | 'raw';

interface AnswerView {
  readonly tab: AnswerTab;
  readonly jsonView: 'tree' | 'text';
  readonly streamView: StreamLook;
}

/** How answers are looked at: kept from one to the next. */
export const useAnswerView = create<AnswerView>()(() => ({
  tab: 'body',
  jsonView: 'tree',
  streamView: 'message',
}));
