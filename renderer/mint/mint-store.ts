import { create } from 'zustand';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { Problem } from '../../shared/problem.ts';
import { call, problemOf } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { formOf, type MintForm, readMintForm } from './mint-form.ts';

interface MintState {
  /** One form an app, kept while the app runs. */
  readonly forms: Readonly<Record<string, MintForm>>;
  /** By app id. */
  readonly running: Readonly<Record<string, AbortController>>;
  /** Why the last mint failed, by app id. */
  readonly problems: Readonly<Record<string, Problem>>;
}

export const useMintStore = create<MintState>()(() => ({ forms: {}, running: {}, problems: {} }));

/** The form of `app`: as it was left, else made from the app's defaults. */
export function useMintForm(app: OAuthApp): MintForm {
  const kept = useMintStore((state) => state.forms[app.id]);
  return kept ?? formOf(app.defaults, app.scopes);
}

export function changeMintForm(app: OAuthApp, change: Partial<MintForm>): void {
  useMintStore.setState((state) => ({
    forms: {
      ...state.forms,
      [app.id]: { ...(state.forms[app.id] ?? formOf(app.defaults, app.scopes)), ...change },
    },
  }));
}

/** A second click within this time belongs to the first. */
const doubleClickMs = 400;

function without<Value>(
  record: Readonly<Record<string, Value>>,
  id: string,
): Readonly<Record<string, Value>> {
  const { [id]: _, ...rest } = record;
  return rest;
}

/** Signs and exchanges with what stands in the form; does nothing while it cannot be sent or one is running. */
export async function mint(app: OAuthApp): Promise<void> {
  const { running, forms, problems } = useMintStore.getState();
  const { options } = readMintForm(forms[app.id] ?? formOf(app.defaults, app.scopes), app.scopes);
  if (running[app.id] || options === null) return;
  const controller = new AbortController();
  useMintStore.setState({
    running: { ...running, [app.id]: controller },
    problems: without(problems, app.id),
  });
  const restUntil = new Promise((resolve) => setTimeout(resolve, doubleClickMs));
  try {
    await call('tokens.mint', { appId: app.id, options }, { signal: controller.signal });
    await attempt(call('apps.setDefaults', { appId: app.id, defaults: options }));
    await restUntil;
  } catch (thrown) {
    const problem = problemOf(thrown);
    useMintStore.setState((state) => ({ problems: { ...state.problems, [app.id]: problem } }));
  } finally {
    useMintStore.setState((state) => ({ running: without(state.running, app.id) }));
  }
}

export function dismissFailure(appId: string): void {
  useMintStore.setState((state) => ({ problems: without(state.problems, appId) }));
}

export function cancelMint(appId: string): void {
  useMintStore.getState().running[appId]?.abort();
}
