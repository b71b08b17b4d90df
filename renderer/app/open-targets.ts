import { create } from 'zustand';
import { openScreen } from './app-store.ts';

/** A scope of an app, empty for none, and the preset that it is. */
export interface ScopeText {
  readonly appId: string;
  readonly text: string;
  readonly presetId: string | null;
}

interface Targets {
  /** App that the keys screen should show next; `new` for an empty form. */
  readonly appToEdit: string | null;
  /** Text that the JWT screen should show next. */
  readonly jwtToInspect: string | null;
  /** Scope that the scope screen should show next. */
  readonly scopeToEdit: ScopeText | null;
  /** Scope that the mint form of its app should have next. */
  readonly scopeToMint: ScopeText | null;
}

/** What one screen asks another to show; the other takes it and sets it back to null. */
export const useTargets = create<Targets>()(() => ({
  appToEdit: null,
  jwtToInspect: null,
  scopeToEdit: null,
  scopeToMint: null,
}));

export function openAppEditor(appId: string): void {
  useTargets.setState({ appToEdit: appId });
  openScreen('keys');
}

export function openJwt(text: string): void {
  useTargets.setState({ jwtToInspect: text });
  openScreen('jwt');
}

export function openScope(scope: ScopeText): void {
  useTargets.setState({ scopeToEdit: scope });
  openScreen('scope');
}
