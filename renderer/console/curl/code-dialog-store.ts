import { create } from 'zustand';
import type { SentRequest } from '../../../shared/curl/write-curl.ts';

interface CodeDialogState {
  /** The request that is shown as code; null while the dialog is closed. */
  readonly sent: SentRequest | null;
}

export const useCodeDialog = create<CodeDialogState>()(() => ({ sent: null }));

export function openCodeDialog(sent: SentRequest): void {
  useCodeDialog.setState({ sent });
}

export function closeCodeDialog(): void {
  useCodeDialog.setState({ sent: null });
}
