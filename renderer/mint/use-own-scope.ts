import { useState } from 'react';

/** Whether JSON of one's own is being written, which may be empty for a while. */
export function useOwnScope(text: string): readonly [boolean, (isOwn: boolean) => void] {
  const [isOwn, setOwn] = useState(text.trim() !== '');
  return [isOwn || text.trim() !== '', setOwn];
}
