import { ProblemError } from '../problem.ts';

/** Which Coze an app is registered with. `practice` is the Coze that runs inside this app. */
export type Region =
  | { readonly kind: 'cn' }
  | { readonly kind: 'com' }
  | { readonly kind: 'practice' }
  | { readonly kind: 'custom'; readonly baseUrl: string };

/** The hosts that a region alone decides. */
export interface RegionHosts {
  /** Origin of the API, no slash at the end, for example `https://api.coze.cn`. */
  readonly api: string;
  /** `aud` of the assertion: the API host without scheme, with the port when there is one. */
  readonly audience: string;
  /** Origin of the web console, or null where none is known. */
  readonly www: string | null;
  /** Origin of the WebSocket API, or null where none is known. */
  readonly ws: string | null;
}

const cozeHosts = (domain: string): RegionHosts => ({
  api: `https://api.${domain}`,
  audience: `api.${domain}`,
  www: `https://www.${domain}`,
  ws: `wss://ws.${domain}`,
});

const cnHosts = cozeHosts('coze.cn');
const comHosts = cozeHosts('coze.com');

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True when `hostname` (as `URL.hostname` gives it) is this machine's loopback. */
export function isLoopbackHostname(hostname: string): boolean {
  return loopbackNames.has(hostname) || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

/**
 * Reads a base URL that a person typed: an https origin, or http on loopback only. A path, query, fragment or
 * credentials are refused, because `aud` and every request path are made from the origin.
 *
 * @throws ProblemError `app/region-invalid` with `reason` not-a-url, scheme, http-not-loopback, credentials or path
 */
export function parseBaseUrl(text: string): URL {
  const trimmed = text.trim();
  const refuse = (reason: string) =>
    new ProblemError('app/region-invalid', { params: { reason, url: trimmed.slice(0, 200) } });
  if (!URL.canParse(trimmed)) throw refuse('not-a-url');
  const url = new URL(trimmed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse('scheme');
  if (url.protocol === 'http:' && !isLoopbackHostname(url.hostname)) throw refuse('http-not-loopback');
  if (url.username !== '' || url.password !== '') throw refuse('credentials');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') throw refuse('path');
  return url;
}

function hostsOf(url: URL): RegionHosts {
  return { api: url.origin, audience: url.host, www: null, ws: null };
}

/**
 * The hosts of `region`.
 *
 * @param practiceUrl - where practice Coze listens now; needed for region `practice`
 * @throws ProblemError `app/region-invalid`
 */
export function hostsOfRegion(region: Region, practiceUrl: string | null): RegionHosts {
  switch (region.kind) {
    case 'cn':
      return cnHosts;
    case 'com':
      return comHosts;
    case 'custom':
      return hostsOf(parseBaseUrl(region.baseUrl));
    case 'practice':
      if (practiceUrl === null)
        throw new ProblemError('app/region-invalid', { params: { reason: 'practice-stopped', url: '' } });
      return hostsOf(parseBaseUrl(practiceUrl));
  }
}

/** The hosts of the other of the two official regions; null for a region of another kind. */
export function otherRegionHosts({ kind }: Region): RegionHosts | null {
  if (kind === 'cn') return comHosts;
  return kind === 'com' ? cnHosts : null;
}

/**
 * The region that a base URL stands for: the two official API hosts are recognised, all else is `custom`.
 *
 * @throws ProblemError `app/region-invalid`
 */
export function regionFromBaseUrl(text: string): Region {
  const url = parseBaseUrl(text);
  if (url.origin === cnHosts.api) return { kind: 'cn' };
  if (url.origin === comHosts.api) return { kind: 'com' };
  return { kind: 'custom', baseUrl: url.origin };
}
