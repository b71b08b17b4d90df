import { create } from 'zustand';
import type { ImportResult } from '../../shared/bridge.ts';
import type { KeyDraft } from '../../shared/coze/key.ts';
import type { Problem } from '../../shared/problem.ts';
import { base64Of } from '../app/base64-of.ts';
import { call, problemOf } from '../app/bridge-client.ts';
import { openFormId } from './keys-store.ts';
import type { ConfigImport } from './prefill-of-config.ts';

interface ImportState {
  readonly isOpen: boolean;
  readonly text: string;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly draft: KeyDraft | null;
  readonly config: ConfigImport | null;
  /** The app's form that takes the key; null when it is stored for itself. */
  readonly formId: string | null;
  /** True while the dialog asks whether a generated key may be thrown away. */
  readonly isLeaving: boolean;
}

const closed: ImportState = {
  isOpen: false,
  text: '',
  busy: false,
  problem: null,
  draft: null,
  config: null,
  formId: null,
  isLeaving: false,
};

export const useImportStore = create<ImportState>()(() => closed);

/** No more than this is sent of a file or a text: enough for the main process to see that it is over its limit. */
const largestFileBytes = 128 * 1024;

export function openImport(formId: string | null = null): void {
  useImportStore.setState({ ...closed, isOpen: true, formId });
}

/** Closes the dialog; a generated key exists nowhere else, so that its loss is asked about first. */
export function leaveImport(): void {
  const { draft, isLeaving } = useImportStore.getState();
  const isOnlyCopy = draft?.state === 'ready' && draft.origin === 'generated';
  if (isOnlyCopy && !isLeaving) useImportStore.setState({ isLeaving: true });
  else closeImport();
}

export function closeImport(): void {
  const { draft } = useImportStore.getState();
  if (draft) void call('keys.discard', { draftId: draft.draftId }).catch(() => undefined);
  useImportStore.setState(closed);
}

export function setImportText(text: string): void {
  useImportStore.setState({ text, problem: null });
}

export function setImportDraft(draft: KeyDraft): void {
  useImportStore.setState({ draft, problem: null });
}

/** Back to the empty dialog; the text stays, so that it can be corrected. */
export function startOver(): void {
  const { draft } = useImportStore.getState();
  if (draft) void call('keys.discard', { draftId: draft.draftId }).catch(() => undefined);
  useImportStore.setState({ draft: null, config: null, problem: null });
}

async function take(result: Promise<ImportResult | null>): Promise<void> {
  useImportStore.setState({ busy: true, problem: null });
  try {
    const read = await result;
    if (read?.kind === 'key') useImportStore.setState({ draft: read.draft, config: null, text: '' });
    if (read?.kind === 'config') {
      useImportStore.setState({ config: read, draft: read.draft, problem: read.keyProblem, text: '' });
    }
  } catch (thrown) {
    useImportStore.setState({ problem: problemOf(thrown) });
  } finally {
    useImportStore.setState({ busy: false });
  }
}

export function readText(): Promise<void> {
  const { text } = useImportStore.getState();
  return take(call('import.read', { kind: 'text', text: text.slice(0, largestFileBytes) }));
}

export function pickFile(): Promise<void> {
  return take(call('import.pick', null));
}

/** Reads a dropped file; opens the dialog when it is not open. */
export async function importFile(file: File): Promise<void> {
  if (!useImportStore.getState().isOpen) openImport(openFormId());
  startOver();
  const base64 = await base64Of(file.slice(0, largestFileBytes));
  await take(call('import.read', { kind: 'bytes', base64, fileName: file.name.slice(-255) }));
}
