import type { PracticeContext } from './practice-env.ts';

/** A signal that is aborted as soon as nobody waits for the answer any more. */
export function whenClientGoes(c: PracticeContext): AbortSignal {
  const gone = new AbortController();
  const { outgoing } = c.env;
  if (outgoing.destroyed) gone.abort();
  else outgoing.once('close', () => gone.abort());
  return gone.signal;
}
