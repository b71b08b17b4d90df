import type { Session } from 'electron';

const schemes: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTPS: 'https',
  SOCKS: 'socks4',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
};

/**
 * The first way that a proxy list in the PAC format names, for example `PROXY proxy.local:3128; DIRECT`: a proxy's
 * URL, or null to connect directly. An entry of an unknown kind is passed over; a list of only such entries is
 * direct. SOCKS 4 is named as it is, so that who cannot use it says so instead of going round it.
 */
export function proxyFromPacList(list: string): string | null {
  for (const entry of list.split(';')) {
    const [kind = '', host = ''] = entry.trim().split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return null;
    const scheme = schemes[kind.toUpperCase()];
    const url = `${scheme}://${host}`;
    if (scheme !== undefined && host !== '' && URL.canParse(url)) return url;
  }
  return null;
}

/** Asks the system (settings, PAC script) which proxy leads to `url`. */
export function systemProxy(session: Session): (url: URL) => Promise<string | null> {
  return async (url) => proxyFromPacList(await session.resolveProxy(url.href));
}
