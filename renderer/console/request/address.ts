import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import { matchEndpoint } from '../../../shared/coze/match-endpoint.ts';
import { aroundVariables } from './variable-text.ts';

/** Where an address leads. */
export type AddressReading =
  | { readonly kind: 'empty' }
  /** A place of the API host; starts with `/`. */
  | { readonly kind: 'path'; readonly path: string }
  /** A whole URL; `origin` is null while it cannot be read, as with a variable in the host. */
  | { readonly kind: 'url'; readonly url: string; readonly origin: string | null };

function originOf(url: string): string | null {
  const isOpen = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*\{\{/i.test(url);
  return !isOpen && URL.canParse(url) ? new URL(url).origin : null;
}

/** A host without a scheme: a name with a dot, or with a port. */
const bareHost = /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]|$)|^[\w.-]+:\d+(?:[/?#]|$)/i;

/** Reads what a person typed. An address on `apiOrigin` is a path. */
export function readAddress(typed: string, apiOrigin: string | null): AddressReading {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  if (text.startsWith('/')) return { kind: 'path', path: text };
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const isUrl = hasScheme || text.startsWith('{{') || bareHost.test(text);
  if (!isUrl) return { kind: 'path', path: `/${text}` };
  const url = hasScheme || text.startsWith('{{') ? text : `https://${text}`;
  const origin = originOf(url);
  if (origin !== null && origin === apiOrigin) {
    const path = url.slice(url.indexOf('://') + 3).replace(/^[^/?#]*/, '');
    return { kind: 'path', path: path.startsWith('/') ? path : `/${path}` };
  }
  return { kind: 'url', url, origin };
}

const parameter = /(?<=\/):([A-Za-z_]\w*)/g;

/** Names of the `:name` steps of an address. */
export function pathNames(address: string): readonly string[] {
  return [...new Set([...address.matchAll(parameter)].map((match) => match[1] ?? ''))];
}

/**
 * The address with its `:name` steps filled in and percent-encoded (RFC 3986 §2.1); an empty one stays `:name`, and
 * variables stay as they are.
 */
export function fillPath(address: string, values: Readonly<Record<string, string>>): string {
  return address.replace(parameter, (whole, name: string) => {
    const value = values[name]?.trim();
    return value ? aroundVariables(value, encodeURIComponent) : whole;
  });
}

export interface SplitAddress {
  /** Without query and fragment. */
  readonly base: string;
  /** Decoded; names may repeat. */
  readonly query: readonly (readonly [string, string])[];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** The pairs of a query string; text that is not percent-encoded UTF-8 stays as it is. */
export function readQuery(text: string): readonly (readonly [string, string])[] {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at === -1
        ? ([decoded(pair), ''] as const)
        : ([decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))] as const);
    });
}

/** Takes the query that was typed into an address out of it. */
export function splitAddress(address: string): SplitAddress {
  const [withoutFragment = ''] = address.split('#', 1);
  const at = withoutFragment.indexOf('?');
  if (at === -1) return { base: withoutFragment, query: [] };
  return { base: withoutFragment.slice(0, at), query: readQuery(withoutFragment.slice(at + 1)) };
}

/**
 * The entry of the catalogue that a request belongs to; null for none. Of two entries with one path the `current` one.
 */
export function endpointFor(
  { method, address, apiOrigin }: { method: string; address: string; apiOrigin: string | null },
  current: Endpoint | null,
): Endpoint | null {
  const { base } = splitAddress(address);
  if (current?.method === method && base === `${current.host ?? ''}${current.path}`) return current;
  const read = readAddress(base, apiOrigin);
  if (read.kind === 'empty' || (read.kind === 'url' && read.origin === null)) return null;
  const origin = read.kind === 'url' ? read.origin : null;
  const path = read.kind === 'url' ? new URL(read.url).pathname : read.path;
  const found = matchEndpoint({ method, origin, path, grantType: null })?.endpoint ?? null;
  if (found === null || found.host !== origin) return null;
  return current?.path === found.path && current.method === method ? current : found;
}
