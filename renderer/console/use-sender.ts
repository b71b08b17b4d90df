import { useMemo } from 'react';
import { useAppStore } from '../app/app-store.ts';
import { tabOf, useTabsStore } from './tabs-store.ts';
import { choiceInForce, type Sender, senderOf, type TokenChoice } from './token-choice.ts';

const ofApp: TokenChoice = { kind: 'app' };

function useChoice(): TokenChoice {
  return useTabsStore((state) => tabOf(state)?.tokenChoice ?? ofApp);
}

/** The choice of the selected tab, as it is in force for the current app. */
export function useTokenChoice(): TokenChoice {
  const appId = useAppStore((state) => state.profile.currentAppId);
  const choice = useChoice();
  return useMemo(() => choiceInForce(choice, appId), [choice, appId]);
}

/** What the selected tab sends with; null when there is nothing. */
export function useSender(): Sender | null {
  const appId = useAppStore((state) => state.profile.currentAppId);
  const choice = useChoice();
  return useMemo(() => senderOf(choice, appId), [choice, appId]);
}
