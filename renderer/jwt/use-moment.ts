import { useRef } from 'react';
import { useNow } from '../app/use-now.ts';

/** Epoch seconds on the local clock; of a subject that is not followed as time goes by, those when it was first seen. */
export function useMoment(subject: unknown, isFollowed: boolean): number {
  const now = Math.floor(useNow() / 1000);
  const seen = useRef({ subject, now });
  if (seen.current.subject !== subject) seen.current = { subject, now };
  return isFollowed ? now : seen.current.now;
}
