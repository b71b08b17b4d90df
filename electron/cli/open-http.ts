import { createHttpClient, type StreamingClient } from '../http/client.ts';
import { envProxy } from '../http/env-proxy.ts';
import { createNetwork } from '../http/network.ts';
import { createProxyVault, passwordsFrom } from '../keys/proxy-vault.ts';
import { loadProfileIfAny } from './stored-app.ts';
import type { Terminal } from './terminal.ts';

/**
 * The HTTP client with the network settings of the desktop app; those of the system where there is no profile, or none
 * that can be read. The keychain is asked only for the password of a proxy.
 */
export async function openHttp(terminal: Terminal): Promise<StreamingClient> {
  const network = createNetwork({
    systemProxy: envProxy(terminal.env),
    proxyPassword: async (url, user) => passwordsFrom(createProxyVault(await terminal.keychain()))(url, user),
  });
  const profile = await loadProfileIfAny(terminal).catch(() => null);
  if (profile !== null) network.use(profile.settings.network);
  return createHttpClient({ clock: terminal.clock, network });
}
