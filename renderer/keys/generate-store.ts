import { create } from 'zustand';
import type { SigningKey } from '../../shared/coze/key.ts';

interface GenerateState {
  readonly isOpen: boolean;
  readonly onSaved: ((key: SigningKey) => void) | null;
}

export const useGenerateStore = create<GenerateState>()(() => ({ isOpen: false, onSaved: null }));

export function openGenerate(onSaved: ((key: SigningKey) => void) | null = null): void {
  useGenerateStore.setState({ isOpen: true, onSaved });
}

export function closeGenerate(): void {
  useGenerateStore.setState({ isOpen: false, onSaved: null });
}
