import { create } from 'zustand';

export type AnswerTab = 'body' | 'headers' | 'timing' | 'compare';

interface AnswerView {
  readonly tab: AnswerTab;
  readonly jsonView: 'tree' | 'text';
  readonly streamView: 'events' | 'message';
}

/** How answers are looked at: kept from one to the next. */
export const useAnswerView = create<AnswerView>()(() => ({
  tab: 'body',
  jsonView: 'tree',
  streamView: 'message',
}));
