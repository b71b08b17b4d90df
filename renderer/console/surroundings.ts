import type { OAuthApp } from '../../shared/coze/app.ts';
import { hostsOfRegion, type Region } from '../../shared/coze/region.ts';
import { useAppStore } from '../app/app-store.ts';
import type { Surroundings } from './request/run-request.ts';
import { choiceInForce, type TokenChoice } from './token-choice.ts';

type AppState = ReturnType<typeof useAppStore.getState>;

function regionOf(
  choice: TokenChoice,
  { tokens, profile }: Pick<AppState, 'tokens' | 'profile'>,
): Region | null {
  const inForce = choiceInForce(choice, profile.currentAppId);
  const app: OAuthApp | undefined = profile.apps.find(({ id }) => id === profile.currentAppId);
  if (inForce.kind !== 'token') return app?.region ?? null;
  return tokens.find(({ id }) => id === inForce.tokenId)?.region ?? app?.region ?? null;
}

/** Origin of the API host that a request goes to with this choice of token; null while it is unknown. */
export function apiOriginIn(
  choice: TokenChoice,
  state: Pick<AppState, 'tokens' | 'profile' | 'practice'>,
): string | null {
  const region = regionOf(choice, state);
  if (region === null || (region.kind === 'practice' && state.practice.url === null)) return null;
  try {
    return hostsOfRegion(region, state.practice.url).api;
  } catch {
    return null;
  }
}

export function apiOriginOf(choice: TokenChoice): string | null {
  return apiOriginIn(choice, useAppStore.getState());
}

export function useApiOrigin(choice: TokenChoice): string | null {
  return useAppStore((state) => apiOriginIn(choice, state));
}

/** Origins besides the API host that a person lets have the token. */
export function tokenOriginsIn({ profile }: Pick<AppState, 'profile'>): readonly string[] {
  return profile.settings.tokenOrigins;
}

export function surroundingsOf(choice: TokenChoice): Surroundings {
  const state = useAppStore.getState();
  return { apiOrigin: apiOriginIn(choice, state), tokenOrigins: tokenOriginsIn(state) };
}
