import { pageStorage } from '../page-storage.ts';

const storage = pageStorage('page-key');

/** What this origin's pages know beside the cookie; of no use after the host has ended. Empty before the first link. */
export const pageKey = () => storage.read() ?? '';

export function keepPageKey(value: string): void {
  storage.write(value);
}
