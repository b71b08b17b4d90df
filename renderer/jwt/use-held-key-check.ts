import { useEffect } from 'react';
import { useKeys } from '../app/app-store.ts';
import type { TokenView } from './inspection/token-view.ts';
import { checkSignature, useSignatureStore } from './signature-store.ts';

/** Checks a token by itself when a key that the app holds has the token's `kid`. */
export function useHeldKeyCheck(token: TokenView | null): void {
  const kid = token?.kid ?? null;
  const isHeld = useKeys().some((key) => kid !== null && key.kid === kid);
  const text = token?.text ?? '';
  useEffect(() => {
    if (isHeld && useSignatureStore.getState().token !== text) void checkSignature(text, { kind: 'held' });
  }, [isHeld, text]);
}
