import { create } from 'zustand';
import type { Rule } from './inspection/inspect-text.ts';

interface JwtState {
  readonly mode: 'inspect' | 'build';
  /** What was pasted. Never stored. */
  readonly text: string;
  /** Which of the tokens found in it is shown. */
  readonly chosen: number | null;
  readonly view: 'claims' | 'json';
  /** Which rules the token is judged by; null follows what it looks like. */
  readonly rule: Rule | null;
  /** The text with the token to compare with; null while none is compared. */
  readonly other: string | null;
  /** Which members a comparison lists. */
  readonly compared: 'differences' | 'all';
}

export const useJwtStore = create<JwtState>()(() => ({
  mode: 'inspect',
  text: '',
  chosen: null,
  view: 'claims',
  rule: null,
  other: null,
  compared: 'differences',
}));

/** The text as it is being edited: what was chosen stays. */
export function editJwtText(text: string): void {
  useJwtStore.setState(text === '' ? { text, chosen: null, rule: null } : { text });
}

/** Another text. */
export function setJwtText(text: string): void {
  if (text !== useJwtStore.getState().text) useJwtStore.setState({ text, chosen: null, rule: null });
}
