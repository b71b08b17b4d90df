import { create } from 'zustand';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { type AppForm, emptyAppForm, formOfApp } from './app-form-state.ts';

/** What the right side of the screen shows. */
export type Selection =
  | { readonly kind: 'app'; readonly id: string }
  | { readonly kind: 'new-app' }
  | { readonly kind: 'key'; readonly id: string }
  | { readonly kind: 'nothing' };

interface KeysState {
  readonly selection: Selection;
  /** Unsaved changes by app id, `new` for an app that is not saved yet; kept when something else is chosen. */
  readonly drafts: Readonly<Record<string, AppForm>>;
}

export const useKeysStore = create<KeysState>()(() => ({ selection: { kind: 'nothing' }, drafts: {} }));

export function select(selection: Selection): void {
  useKeysStore.setState({ selection });
}

export const newAppId = 'new';

export function changeDraft(id: string, form: AppForm): void {
  useKeysStore.setState((state) => ({ drafts: { ...state.drafts, [id]: form } }));
}

export function dropDraft(id: string): void {
  useKeysStore.setState((state) => {
    const { [id]: _, ...drafts } = state.drafts;
    return { drafts };
  });
}

/** Opens the form for a new app; `prefill` is laid over what an earlier, unsaved one holds. */
export function openNewApp(prefill: Partial<AppForm> = {}): void {
  useKeysStore.setState((state) => ({
    selection: { kind: 'new-app' },
    drafts: { ...state.drafts, [newAppId]: { ...(state.drafts[newAppId] ?? emptyAppForm), ...prefill } },
  }));
}

/** The form to show for `app` (null: a new one): unsaved changes, else what is stored. */
export function useAppForm(app: OAuthApp | null, keys: readonly SigningKey[]): AppForm {
  const draft = useKeysStore((state) => state.drafts[app?.id ?? newAppId]);
  return draft ?? (app ? formOfApp(app, keys) : emptyAppForm);
}
