import { useEffect, useState } from 'react';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';

const shownMs = 15_000;

export interface Reveal {
  /** The token's text while it is shown. */
  readonly revealed: string | null;
  readonly reveal: () => Promise<void>;
  readonly hide: () => void;
}

/** Shows a token's text when asked and takes it away again after fifteen seconds, or when the window is left. */
export function useReveal(tokenId: string): Reveal {
  const [revealed, setRevealed] = useState<string | null>(null);
  useEffect(() => {
    if (revealed === null) return;
    const hide = () => setRevealed(null);
    const timer = setTimeout(hide, shownMs);
    window.addEventListener('blur', hide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', hide);
    };
  }, [revealed]);
  const reveal = async () => {
    let isLeft = false;
    const leave = () => {
      isLeft = true;
    };
    window.addEventListener('blur', leave);
    const answer = await attempt(call('tokens.reveal', { tokenId }));
    window.removeEventListener('blur', leave);
    if (!isLeft) setRevealed(answer?.text ?? null);
  };
  return { revealed, reveal, hide: () => setRevealed(null) };
}
