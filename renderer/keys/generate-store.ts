import { create } from 'zustand';

interface GenerateState {
  readonly isOpen: boolean;
  /** The app's form that takes the key; null when it is stored for itself. */
  readonly formId: string | null;
}

export const useGenerateStore = create<GenerateState>()(() => ({ isOpen: false, formId: null }));

export function openGenerate(formId: string | null = null): void {
  useGenerateStore.setState({ isOpen: true, formId });
}

export function closeGenerate(): void {
  useGenerateStore.setState({ isOpen: false, formId: null });
}
