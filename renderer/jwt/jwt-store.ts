import { create } from 'zustand';

interface JwtState {
  /** What was pasted. Never stored. */
  readonly text: string;
  /** Which of the tokens found in it is shown. */
  readonly chosen: number;
  readonly view: 'claims' | 'json';
  /** Which rules the token is judged by; null follows what it looks like. */
  readonly rule: 'any' | 'coze' | null;
}

export const useJwtStore = create<JwtState>()(() => ({ text: '', chosen: 0, view: 'claims', rule: null }));

export function setJwtText(text: string): void {
  useJwtStore.setState({ text, chosen: 0, rule: null });
}
