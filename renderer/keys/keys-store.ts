import { create } from 'zustand';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { useAppStore } from '../app/app-store.ts';
import { type AppForm, emptyAppForm } from './app-form.ts';
import { formOfApp, withConfig, withKey, withoutKey } from './app-form-state.ts';
import type { ConfigImport } from './prefill-of-config.ts';

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
  /** The same for keys. */
  readonly keyDrafts: Readonly<Record<string, KeyForm>>;
}

export interface KeyForm {
  readonly label: string;
  readonly kid: string;
}

export const useKeysStore = create<KeysState>()(() => ({
  selection: { kind: 'nothing' },
  drafts: {},
  keyDrafts: {},
}));

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

/**
 * The form `id` was stored as `stored`: nothing in it is unsaved any more, but for what was changed since the draft `saved`
 * was taken, which stays.
 */
export function settleDraft(id: string, saved: AppForm | undefined, stored: OAuthApp): void {
  useKeysStore.setState(({ selection, drafts: { [id]: now, ...drafts } }) => ({
    selection: selection.kind === 'new-app' && id === newAppId ? { kind: 'app', id: stored.id } : selection,
    drafts: now === undefined || now === saved ? drafts : { ...drafts, [stored.id]: now },
  }));
}

/** Opens the form for a new app; `prefill` is laid over what an earlier, unsaved one holds. */
export function openNewApp(prefill: Partial<AppForm> = {}): void {
  useKeysStore.setState((state) => ({
    selection: { kind: 'new-app' },
    drafts: { ...state.drafts, [newAppId]: { ...(state.drafts[newAppId] ?? emptyAppForm), ...prefill } },
  }));
}

/** The form to show for `app` (null: a new one): unsaved changes, else what is stored. Deleted keys are left out. */
export function useAppForm(app: OAuthApp | null, keys: readonly SigningKey[]): AppForm {
  const draft = useKeysStore((state) => state.drafts[app?.id ?? newAppId]);
  const form = draft ?? (app ? formOfApp(app, keys) : emptyAppForm);
  const gone = form.keyIds.filter((id) => !keys.some((key) => key.id === id));
  return gone.reduce(withoutKey, form);
}

/** Takes a stored key into an app's form, and from a configuration file what the form does not say yet. */
export function attachKey(formId: string, key: SigningKey, config: ConfigImport['fields'] | null): void {
  const { apps, keys } = useAppStore.getState().profile;
  const app = apps.find((candidate) => candidate.id === formId);
  const form = useKeysStore.getState().drafts[formId] ?? (app ? formOfApp(app, keys) : emptyAppForm);
  changeDraft(formId, withConfig(withKey(form, key.id, key.kid ?? ''), config));
}

/** The app's form that is on the screen and could take a key; null for none. */
export function openFormId(): string | null {
  const { selection } = useKeysStore.getState();
  return selection.kind === 'new-app' ? newAppId : null;
}

export function changeKeyDraft(id: string, form: KeyForm): void {
  useKeysStore.setState((state) => ({ keyDrafts: { ...state.keyDrafts, [id]: form } }));
}

export function dropKeyDraft(id: string): void {
  useKeysStore.setState((state) => {
    const { [id]: _, ...keyDrafts } = state.keyDrafts;
    return { keyDrafts };
  });
}

/** A key was stored as its draft `saved` said: what was changed since stays unsaved. */
export function settleKeyDraft(id: string, saved: KeyForm | undefined): void {
  if (useKeysStore.getState().keyDrafts[id] === saved) dropKeyDraft(id);
}

/** What to show after an entry of a list is gone: the next one, else the one before, else nothing. */
export function neighbourOf(ids: readonly string[], gone: string): string | null {
  const at = ids.indexOf(gone);
  return ids[at + 1] ?? ids[at - 1] ?? null;
}
