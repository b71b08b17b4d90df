import { create } from 'zustand';
import type { AccessToken } from '../../shared/coze/token.ts';
import { openScreen, useAppStore } from './app-store.ts';
import { call } from './bridge-client.ts';
import type { ConsoleCommand } from './console-commands.ts';
import type { SettingName } from './setting-names.ts';
import { attempt } from './toast-store.ts';

/** A scope of an app, empty for none, and the preset that it is. */
export interface ScopeText {
  readonly appId: string;
  readonly text: string;
  readonly presetId: string | null;
}

/** An app, and the endpoint that somebody wanted to call with it; null for none. */
export interface AppToExamine {
  readonly appId: string;
  readonly endpointId: string | null;
}

/** What the console is asked to open: a request of the catalogue, an empty one, or its dialog for a curl command. */
export type RequestToOpen =
  | { readonly kind: 'endpoint'; readonly endpointId: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'curl' };

interface Targets {
  /** App that the keys screen should show next; `new` for an empty form. */
  readonly appToEdit: string | null;
  /** App into whose form the keys screen should import a key next. */
  readonly appToGetKey: string | null;
  /** Text that the JWT screen should show next. */
  readonly jwtToInspect: string | null;
  /** Scope that the scope screen should show next. */
  readonly scopeToEdit: ScopeText | null;
  /** Scope that the mint form of its app should have next. */
  readonly scopeToMint: ScopeText | null;
  /** Number of the request that the practice screen should show next. */
  readonly requestToSee: number | null;
  /** What the doctor should examine next. */
  readonly appToExamine: AppToExamine | null;
  /** Token that the console should send with next. */
  readonly tokenToUse: AccessToken | null;
  /** What the console should open next. */
  readonly requestToOpen: RequestToOpen | null;
  /** What the console should do next. */
  readonly consoleCommand: ConsoleCommand | null;
  /** Setting that the settings screen should show next. */
  readonly settingToShow: SettingName | null;
}

/** What one screen asks another to show; the other takes it and sets it back to null. */
export const useTargets = create<Targets>()(() => ({
  appToEdit: null,
  appToGetKey: null,
  jwtToInspect: null,
  scopeToEdit: null,
  scopeToMint: null,
  requestToSee: null,
  appToExamine: null,
  tokenToUse: null,
  requestToOpen: null,
  consoleCommand: null,
  settingToShow: null,
}));

/** Some screens are about the current app. */
async function makeCurrent(appId: string): Promise<void> {
  if (useAppStore.getState().profile.currentAppId !== appId) await attempt(call('apps.choose', { appId }));
}

export function openAppEditor(appId: string): void {
  useTargets.setState({ appToEdit: appId });
  openScreen('keys');
}

/** Opens the form of an app with the dialog that imports a key for it. */
export function openKeyImport(appId: string): void {
  useTargets.setState({ appToEdit: appId, appToGetKey: appId });
  openScreen('keys');
}

export function openJwt(text: string): void {
  useTargets.setState({ jwtToInspect: text });
  openScreen('jwt');
}

export function openScope(scope: ScopeText): void {
  useTargets.setState({ scopeToEdit: scope });
  void makeCurrent(scope.appId);
  openScreen('scope');
}

/** Opens the doctor, who examines the app at once. */
export function openDoctor(examined: AppToExamine): void {
  useTargets.setState({ appToExamine: examined });
  void makeCurrent(examined.appId);
  openScreen('doctor');
}

/** Opens the console with this token chosen, and with its app, if it has one here. */
export function openConsole(token: AccessToken): void {
  useTargets.setState({ tokenToUse: token });
  const { apps } = useAppStore.getState().profile;
  const app = apps.find(({ id }) => id === token.appId);
  if (app) void makeCurrent(app.id);
  openScreen('console');
}

export function openRequest(requestToOpen: RequestToOpen): void {
  useTargets.setState({ requestToOpen });
  openScreen('console');
}

/** Opens the console and has it do that. */
export function runInConsole(consoleCommand: ConsoleCommand): void {
  useTargets.setState({ consoleCommand });
  openScreen('console');
}

/** Opens the settings with this one in sight. */
export function openSetting(settingToShow: SettingName): void {
  useTargets.setState({ settingToShow });
  openScreen('settings');
}

export function openPracticeRequest(number: number): void {
  useTargets.setState({ requestToSee: number });
  openScreen('practice');
}
