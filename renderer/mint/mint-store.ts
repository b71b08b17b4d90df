import { create } from 'zustand';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { Problem } from '../../shared/problem.ts';
import { call, problemOf } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { formOf, type MintForm, readMintForm } from './mint-form.ts';

interface MintState {
  /** One form an app, kept while the app runs. */
  readonly forms: Readonly<Record<string, MintForm>>;
  readonly running: AbortController | null;
  readonly problem: { readonly appId: string; readonly problem: Problem } | null;
}

export const useMintStore = create<MintState>()(() => ({ forms: {}, running: null, problem: null }));

/** The form of `app`: as it was left, else made from the app's defaults. */
export function useMintForm(app: OAuthApp): MintForm {
  const kept = useMintStore((state) => state.forms[app.id]);
  return kept ?? formOf(app.defaults);
}

export function changeMintForm(app: OAuthApp, change: Partial<MintForm>): void {
  useMintStore.setState((state) => ({
    forms: { ...state.forms, [app.id]: { ...(state.forms[app.id] ?? formOf(app.defaults)), ...change } },
  }));
}

/** Signs and exchanges with what stands in the form; does nothing while it cannot be sent or one is running. */
export async function mint(app: OAuthApp): Promise<void> {
  const { running, forms } = useMintStore.getState();
  const { options } = readMintForm(forms[app.id] ?? formOf(app.defaults));
  if (running || options === null) return;
  const controller = new AbortController();
  useMintStore.setState({ running: controller, problem: null });
  try {
    await call('tokens.mint', { appId: app.id, options }, { signal: controller.signal });
    await attempt(call('apps.setDefaults', { appId: app.id, defaults: options }));
  } catch (thrown) {
    useMintStore.setState({ problem: { appId: app.id, problem: problemOf(thrown) } });
  } finally {
    useMintStore.setState({ running: null });
  }
}

export function dismissFailure(): void {
  useMintStore.setState({ problem: null });
}

export function cancelMint(): void {
  useMintStore.getState().running?.abort();
}
