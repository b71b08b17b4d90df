import { z } from 'zod';
import { ProblemError } from '../../shared/problem.ts';
import { createKeptEntry, type KeptEntry } from './kept-entry.ts';
import type { SecretStore } from './secret-store.ts';

const proxyPasswordSchema = z.object({ url: z.string(), user: z.string(), password: z.string() });

/** The password of a proxy, for that address and that user only. */
export type ProxyPassword = Readonly<z.infer<typeof proxyPasswordSchema>>;

const maxSize = 8192;

/** Where the password of the own proxy stands; one at most. */
export type ProxyVault = KeptEntry<ProxyPassword>;

export function createProxyVault(store: SecretStore): ProxyVault {
  return createKeptEntry(store, {
    name: 'proxy',
    parse: (value) => z.array(proxyPasswordSchema).max(1).parse(value),
    maxSize,
    tooLarge: () => new ProblemError('input/invalid', { params: { path: 'password' } }),
  });
}

/** The password for `user` at the proxy `url`; empty when none is kept. @throws why the keychain cannot be asked */
export function passwordsFrom(vault: ProxyVault): (url: string, user: string) => Promise<string> {
  return async (url, user) => {
    const [kept] = await vault.read();
    return kept?.url === url && kept.user === user ? kept.password : '';
  };
}
