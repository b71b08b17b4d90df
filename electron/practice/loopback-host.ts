import { isLoopbackHostname } from '../../shared/coze/region.ts';

/**
 * True when a `Host` header names this machine's loopback. Any other name means that a page elsewhere made the browser
 * resolve its own name to 127.0.0.1 (DNS rebinding).
 */
export function isLoopbackHost(host: string | undefined): boolean {
  if (host === undefined || !/^[A-Za-z0-9.:[\]-]+$/.test(host)) return false;
  const url = `http://${host}/`;
  return URL.canParse(url) && isLoopbackHostname(new URL(url).hostname);
}
