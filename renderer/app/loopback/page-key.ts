const storedAs = 'coze-mint.page-key';

/** What this origin's pages know beside the cookie; of no use after the host has ended. Empty before the first link. */
export const pageKey = () => window.localStorage.getItem(storedAs) ?? '';

export function keepPageKey(value: string): void {
  window.localStorage.setItem(storedAs, value);
}
