/** The scheme that screens come from; never `file:`, which would let a page read the disk. */
export const appScheme = 'app';
export const appHost = 'coze-mint';

/** The one page of the app. */
export const appHome = `${appScheme}://${appHost}/index.html`;

/**
 * True when both URLs have scheme and host (with port) in common. `URL.origin` cannot be compared: it is `null` for
 * every scheme that the URL standard does not know.
 */
export function isSameOrigin(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [new URL(one), new URL(other)];
  return a.protocol === b.protocol && a.host === b.host;
}
