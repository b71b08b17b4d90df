import { create } from 'zustand';
import type { Problem } from '../../shared/problem.ts';
import { call, problemOf } from './bridge-client.ts';

export interface Toast {
  readonly id: number;
  readonly text: string | null;
  readonly problem: Problem | null;
  /** Takes back what the toast speaks of. */
  readonly undo: (() => unknown) | null;
  /** What else stands below the text. */
  readonly detail?: string;
  /** Buttons; each takes the toast away. */
  readonly actions?: readonly ToastAction[];
}

export interface ToastAction {
  readonly label: string;
  readonly run: () => unknown;
}

interface ToastState {
  readonly toasts: readonly Toast[];
}

const shownMs = 6000;
const noteMs = 2500;
let lastId = 0;

export const useToastStore = create<ToastState>()(() => ({ toasts: [] }));

export function dismissToast(id: number): void {
  useToastStore.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }));
}

function add(toast: Omit<Toast, 'id'>, forMs: number): void {
  const id = addLasting(toast);
  setTimeout(() => dismissToast(id), forMs);
}

/** Shows a toast until it is dismissed; gives its id. */
export function addLasting(toast: Omit<Toast, 'id'>): number {
  lastId += 1;
  const id = lastId;
  useToastStore.setState((state) => ({ toasts: [...state.toasts.slice(-3), { ...toast, id }] }));
  return id;
}

/** Says that something was deleted and offers to take it back until `undo.expiresAt`. */
export function showUndo(text: string, undo: { readonly undoId: string; readonly expiresAt: number }): void {
  const run = () => attempt(call('undo.run', { undoId: undo.undoId }));
  add({ text, problem: null, undo: run }, Math.max(1000, undo.expiresAt - Date.now()));
}

/** Says that something of the screens was removed and offers to take it back. */
export function showLocalUndo(text: string, undo: () => void): void {
  add({ text, problem: null, undo }, 2 * shownMs);
}

/** Says in passing that something was done. */
export function showNote(text: string): void {
  add({ text, problem: null, undo: null }, noteMs);
}

/** Says in passing what is to be read; what is in sight already is not said twice. */
export function showRemark(text: string): void {
  for (const toast of useToastStore.getState().toasts) if (toast.text === text) dismissToast(toast.id);
  add({ text, problem: null, undo: null }, shownMs);
}

export function showProblem(problem: Problem): void {
  if (problem.code !== 'cancelled') add({ text: null, problem, undo: null }, 2 * shownMs);
}

/** Waits for a call; a failure is shown as a toast and gives null. */
export async function attempt<Value>(promise: Promise<Value>): Promise<Value | null> {
  try {
    return await promise;
  } catch (thrown) {
    showProblem(problemOf(thrown));
    return null;
  }
}

export function runUndo({ id, undo }: Toast): void {
  dismissToast(id);
  undo?.();
}
