import { useEffect } from 'react';
import { create } from 'zustand';
import type { NetworkSettings } from '../../shared/network-settings.ts';
import type { NetworkState } from '../../shared/network-state.ts';
import type { Problem } from '../../shared/problem.ts';
import { useAppStore } from '../app/app-store.ts';
import { call, problemOf } from '../app/bridge-client.ts';

/** What the network settings come to; null until it is known. */
export const useNetworkState = create<{ readonly state: NetworkState | null }>()(() => ({ state: null }));

/** Answers to questions that are out of date are thrown away. */
let asked = 0;

async function look(): Promise<void> {
  asked += 1;
  const question = asked;
  const state = await call('network.state', null).catch(() => null);
  if (question === asked) useNetworkState.setState({ state });
}

/** Looks anew when it is shown, and whenever the settings or the current app change. */
export function useFollowedNetwork(): void {
  useEffect(() => {
    void look();
    return useAppStore.subscribe(({ profile: now }, { profile: before }) => {
      const isSame =
        now.settings.network === before.settings.network && now.currentAppId === before.currentAppId;
      if (!isSame) void look();
    });
  }, []);
}

export function useNetworkSettings(): NetworkSettings {
  return useAppStore((state) => state.profile.settings.network);
}

/** Changes some of the network settings; gives why they were refused. */
export async function changeNetwork(part: Partial<NetworkSettings>): Promise<Problem | null> {
  const { network } = useAppStore.getState().profile.settings;
  try {
    await call('settings.change', { network: { ...network, ...part } });
    return null;
  } catch (thrown) {
    return problemOf(thrown);
  }
}

/** Takes over an own proxy; a new password goes into the keychain before it. */
export async function saveOwnProxy(
  { url, user }: { readonly url: string; readonly user: string },
  password: string | null,
): Promise<Problem | null> {
  try {
    if (password !== null && user !== '') await call('network.keepPassword', { url, user, password });
  } catch (thrown) {
    return problemOf(thrown);
  }
  const problem = await changeNetwork({ proxy: { kind: 'own', url, user } });
  await look();
  return problem;
}
