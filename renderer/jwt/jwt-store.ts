import { create } from 'zustand';

interface JwtState {
  /** What was pasted. Never stored. */
  readonly text: string;
  /** Which of the tokens found in it is shown. */
  readonly chosen: number;
  readonly view: 'claims' | 'json';
}

export const useJwtStore = create<JwtState>()(() => ({ text: '', chosen: 0, view: 'claims' }));

export function setJwtText(text: string): void {
  useJwtStore.setState({ text, chosen: 0 });
}
