import { create } from 'zustand';
import type { BridgeEvent, Snapshot } from '../../shared/bridge.ts';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { defaultHistory } from '../../shared/history-settings.ts';
import { defaultNetwork } from '../../shared/network-settings.ts';
import { noFaults } from '../../shared/practice-faults.ts';
import type { ScreenName } from './screens.ts';

interface AppState extends Snapshot {
  readonly screen: ScreenName;
}

/** What the main process last said, and which screen is open. Holds no secret. */
export const useAppStore = create<AppState>()(() => ({
  screen: 'mint',
  host: {
    version: '',
    platform: 'linux',
    systemLanguage: 'en',
    dataFolder: '',
    canPickFiles: false,
    copiesInPage: false,
    noticesInPage: false,
  },
  profile: {
    version: 1,
    settings: {
      language: 'system',
      theme: 'system',
      clipboardSeconds: 60,
      keepPins: false,
      notifyBeforeSeconds: [120, 30],
      useServerClock: true,
      keepTokens: false,
      tokenOrigins: [],
      network: defaultNetwork,
      history: defaultHistory,
    },
    apps: [],
    keys: [],
    currentAppId: null,
    variableSets: [],
  },
  tokens: [],
  activity: [],
  clocks: [],
  keptTokens: { problem: null },
  keychain: 'ready',
  practice: { running: false, url: null, port: null, faults: noFaults },
  profileSetAside: null,
}));

/** What came, with the entries that are no different as they were, so that only what changed is drawn again. */
export function keepUnchanged<Entry extends { readonly id: string }>(
  before: readonly Entry[],
  came: readonly Entry[],
): Entry[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  return came.map((entry) => {
    const old = known.get(entry.id);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(entry) ? old : entry;
  });
}

type SnapshotEvent = Extract<BridgeEvent, { readonly name: keyof Snapshot }>;

function isOfSnapshot(event: BridgeEvent): event is SnapshotEvent {
  return event.name in useAppStore.getState();
}

/** Takes over what one event of the main process says of the {@link Snapshot}; others are no matter of it. */
export function applyEvent(event: BridgeEvent): void {
  if (!isOfSnapshot(event)) return;
  useAppStore.setState((state) => {
    if (event.name === 'tokens') return { tokens: keepUnchanged(state.tokens, event.payload) };
    if (event.name === 'activity') return { activity: keepUnchanged(state.activity, event.payload) };
    return { [event.name]: event.payload };
  });
}

export function openScreen(screen: ScreenName): void {
  useAppStore.setState({ screen });
}

export function useCurrentApp(): OAuthApp | null {
  return useAppStore(
    (state) => state.profile.apps.find((app) => app.id === state.profile.currentAppId) ?? null,
  );
}

export function useKeys(): readonly SigningKey[] {
  return useAppStore((state) => state.profile.keys);
}

/**
 * The token that the title bar counts down: the newest of the current app that has neither expired nor been renewed, else
 * the newest that has not expired, else its newest.
 *
 * @param nowMs - epoch milliseconds on the local clock
 */
export function tokenInUse(
  tokens: readonly AccessToken[],
  appId: string | null,
  nowMs: number,
): AccessToken | null {
  const own = tokens.filter((token) => token.appId === appId).toSorted((a, b) => b.mintedAt - a.mintedAt);
  const lives = ({ expiresAt, clockOffsetMs }: AccessToken) =>
    expiresAt === null || expiresAt * 1000 > nowMs + clockOffsetMs;
  const isInForce = (token: AccessToken) => lives(token) && token.replacedBy === null;
  return own.find(isInForce) ?? own.find(lives) ?? own[0] ?? null;
}
