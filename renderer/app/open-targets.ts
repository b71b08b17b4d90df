import { create } from 'zustand';
import { openScreen } from './app-store.ts';

interface Targets {
  /** App that the keys screen should show next; `new` for an empty form. */
  readonly appToEdit: string | null;
  /** Text that the JWT screen should show next. */
  readonly jwtToInspect: string | null;
}

/** What one screen asks another to show; the other takes it and sets it back to null. */
export const useTargets = create<Targets>()(() => ({ appToEdit: null, jwtToInspect: null }));

export function openAppEditor(appId: string): void {
  useTargets.setState({ appToEdit: appId });
  openScreen('keys');
}

export function openJwt(text: string): void {
  useTargets.setState({ jwtToInspect: text });
  openScreen('jwt');
}
