import { createAnswerDocument } from '../answer/reading/answer-document.ts';
import type { ReadingState } from '../answer/reading/answer-protocol.ts';
import type { AnswerReader } from '../answer/reading/answer-reader.ts';

/** Reads a message as an answer is read, here and at once: it is short enough not to need a worker. */
export function readMessage(text: string, isJson: boolean): AnswerReader {
  const bytes = new TextEncoder().encode(text);
  const document = createAnswerDocument({ address: '', bytes: bytes.length, charset: 'utf-8', isJson });
  document.take(bytes, bytes.length, true);
  let state: ReadingState = document.state();
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: async (name, input) => {
      const answer = document.answers[name](input);
      const next = document.state();
      if (next.version !== state.version) {
        state = next;
        for (const listener of listeners) listener();
      }
      return answer;
    },
    close: () => listeners.clear(),
  };
}
