import { useMemo } from 'react';
import { useAppStore } from '../app/app-store.ts';
import { useConsoleStore } from './console-store.ts';
import { choiceInForce, type Sender, senderOf, type TokenChoice } from './token-choice.ts';

/** The choice as it is in force for the current app. */
export function useTokenChoice(): TokenChoice {
  const appId = useAppStore((state) => state.profile.currentAppId);
  const choice = useConsoleStore((state) => state.tokenChoice);
  return useMemo(() => choiceInForce(choice, appId), [choice, appId]);
}

/** Null when there is nothing to send with. */
export function useSender(): Sender | null {
  const appId = useAppStore((state) => state.profile.currentAppId);
  const choice = useConsoleStore((state) => state.tokenChoice);
  return useMemo(() => senderOf(choice, appId), [choice, appId]);
}
