import { create } from 'zustand';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { VerdictKind } from '../../shared/coze/scope/endpoint-verdicts.ts';
import { useAppStore } from '../app/app-store.ts';
import { beginHistory, type EditHistory, edit, redo, undo } from '../app/edit-history.ts';
import { useTargets } from '../app/open-targets.ts';
import { presetOf } from '../app/preset-of.ts';
import { draftOf, type ScopeDraft, textOfScope, withText } from './scope-draft.ts';

interface ScopeState {
  /** By app id; one begins when the screen is first opened for the app. */
  readonly histories: Readonly<Record<string, EditHistory<ScopeDraft>>>;
  readonly search: string;
  readonly endpointSearch: string;
  readonly verdict: VerdictKind;
}

export const useScopeStore = create<ScopeState>()(() => ({
  histories: {},
  search: '',
  endpointSearch: '',
  verdict: 'allowed',
}));

function setHistory(appId: string, history: EditHistory<ScopeDraft>): void {
  useScopeStore.setState(({ histories }) => ({ histories: { ...histories, [appId]: history } }));
}

/** Begins with what the app was last minted with, and takes over what another screen asks to be edited. */
export function openScope(app: OAuthApp): void {
  if (useScopeStore.getState().histories[app.id] === undefined) {
    const text = textOfScope(app.defaults.scope);
    const preset = presetOf(text, app.scopes);
    setHistory(app.id, beginHistory(draftOf(preset?.scope ?? text, preset?.id ?? null)));
  }
  const { scopeToEdit } = useTargets.getState();
  if (scopeToEdit?.appId !== app.id) return;
  useTargets.setState({ scopeToEdit: null });
  changeScope(app.id, 'take over', (draft) =>
    draft.text === scopeToEdit.text && draft.presetId === scopeToEdit.presetId
      ? draft
      : withText({ ...draft, presetId: scopeToEdit.presetId }, scopeToEdit.text),
  );
}

/** Changes the draft of an app. `place` names what was edited: changes there without a pause are one step. */
export function changeScope(appId: string, place: string, change: (draft: ScopeDraft) => ScopeDraft): void {
  const history = useScopeStore.getState().histories[appId];
  if (history === undefined) return;
  const next = change(history.present);
  if (next !== history.present) {
    setHistory(
      appId,
      edit(history, next, place, Date.now(), ({ text }) => text.length),
    );
  }
}

/** Changes the text of the scope. */
export function changeText(appId: string, place: string, change: (text: string) => string): void {
  changeScope(appId, place, (draft) => {
    const text = change(draft.text);
    return text === draft.text ? draft : withText(draft, text);
  });
}

/** Names the preset that the draft belongs to now, which is no step of editing. */
export function bindPreset(appId: string, presetId: string | null): void {
  const history = useScopeStore.getState().histories[appId];
  if (history !== undefined) setHistory(appId, { ...history, present: { ...history.present, presetId } });
}

function step(change: (history: EditHistory<ScopeDraft>) => EditHistory<ScopeDraft>): void {
  const { currentAppId } = useAppStore.getState().profile;
  const history = useScopeStore.getState().histories[currentAppId ?? ''];
  if (currentAppId !== null && history !== undefined) setHistory(currentAppId, change(history));
}

export const scopeSteps = { undo: () => step(undo), redo: () => step(redo) } as const;
