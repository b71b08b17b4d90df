/** What names the proxy: the app's own setting, the system's (settings, script), or the environment. */
export type ProxySource = 'own' | 'system' | 'environment';

/** A proxy that requests go through, and what names it. */
export interface ProxyInUse {
  /** May carry user and password. */
  readonly url: string;
  readonly source: ProxySource;
}

const longestShown = 200;

/** The address of a proxy as it may be shown: without user and password. */
export function shownProxy(url: string): string {
  return url
    .replace(/\/\/[^/]*@/, '//')
    .replace(/\/$/, '')
    .slice(0, longestShown);
}

/** What a failure on the way through `proxy` says of it; nothing where there was none. */
export function proxyParams(proxy: ProxyInUse | null): Readonly<Record<string, string>> {
  return proxy === null ? {} : { proxy: shownProxy(proxy.url), proxySource: proxy.source };
}
