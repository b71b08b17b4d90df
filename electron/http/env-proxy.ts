/** Finds the proxy for a URL; null means: connect directly. */
export type ProxyFor = (url: URL) => Promise<string | null>;

type Environment = Readonly<Record<string, string | undefined>>;

/** True when an entry of `NO_PROXY` (host, `.domain`, `*.domain`, `*`, each with an optional port) covers `url`. */
function covers(entry: string, url: URL): boolean {
  if (entry === '*') return true;
  const [, name = '', port = ''] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
  if (port !== '' && port !== (url.port || (url.protocol === 'https:' ? '443' : '80'))) return false;
  const domain = name.toLowerCase().replace(/^\*?\./, '');
  return domain !== '' && (url.hostname === domain || url.hostname.endsWith(`.${domain}`));
}

/**
 * The proxy that `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` name, in either case, the lower case first as
 * curl does.
 */
export function envProxy(env: Environment): ProxyFor {
  const read = (name: string): string => env[name.toLowerCase()] || env[name] || '';
  return async (url) => {
    const excepted = read('NO_PROXY').split(/[\s,]+/);
    if (excepted.some((entry) => covers(entry, url))) return null;
    const proxy = read(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') || read('ALL_PROXY');
    if (proxy === '') return null;
    return proxy.includes('://') ? proxy : `http://${proxy}`;
  };
}
