import tls from 'node:tls';

type ReadCertificates = (store: 'default' | 'system') => readonly string[];

/**
 * The certificates to trust: Node's own, those of `NODE_EXTRA_CA_CERTS`, and the operating system's store, where
 * company proxies put theirs. Undefined where this Node cannot read that store; TLS then uses its default.
 */
export function trustedCertificates(): string[] | undefined {
  const { getCACertificates: read } = tls as { readonly getCACertificates?: ReadCertificates };
  if (read === undefined) return undefined;
  try {
    return [...new Set([...read('default'), ...read('system')])];
  } catch {
    return undefined;
  }
}
