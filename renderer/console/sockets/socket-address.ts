import { type Endpoint, endpoints } from '../../../shared/coze/endpoints.ts';
import { socketUrl } from '../../../shared/coze/socket/socket-url.ts';
import { fillPath, splitAddress } from '../request/address.ts';
import type { RequestDraft } from '../request/request-draft.ts';
import { sentQuery } from '../request/run-request.ts';
import { aroundVariables } from '../request/variable-text.ts';

/** Where the address of a WebSocket leads. */
export type SocketAddress =
  | { readonly kind: 'empty' }
  /** A place of the region's WebSockets; starts with `/`, without a query. */
  | { readonly kind: 'path'; readonly path: string }
  /** Another host than theirs: it is not connected to. */
  | { readonly kind: 'elsewhere'; readonly origin: string };

/** Origin of the WebSockets of an API; null while that is unknown. */
export function socketOriginOf(apiOrigin: string | null): string | null {
  return apiOrigin === null ? null : socketUrl(`${apiOrigin}/`).slice(0, -1);
}

const whole = /^((?:wss?|https?):\/\/[^/?#]*)(.*)$/is;

/**
 * Reads what a person typed. A whole URL is fine as long as its host is the one of `socketOrigin`.
 *
 * @param socketOrigin - null while it is unknown
 */
export function readSocketAddress(typed: string, socketOrigin: string | null): SocketAddress {
  const { base } = splitAddress(typed.trim());
  if (base === '') return { kind: 'empty' };
  const [, origin, path = base] = whole.exec(base) ?? [];
  if (origin !== undefined && origin.toLowerCase() !== socketOrigin) return { kind: 'elsewhere', origin };
  return { kind: 'path', path: path.startsWith('/') ? path : `/${path}` };
}

/** The entry of the catalogue that a WebSocket belongs to; null for none. */
export function socketEntry(typed: string): Endpoint | null {
  const base = splitAddress(typed.trim()).base.replace(whole, '$2');
  return endpoints.find(({ streaming, path }) => streaming === 'ws' && path === base) ?? null;
}

const encoded = (text: string) => aroundVariables(text, encodeURIComponent);

/** The URL that is connected to, as a person reads it: variables and missing steps still stand in it. */
export function shownSocketUrl(draft: RequestDraft, apiOrigin: string | null): string {
  const socketOrigin = socketOriginOf(apiOrigin);
  const read = readSocketAddress(draft.address, socketOrigin);
  if (read.kind === 'empty') return '';
  const { base } = splitAddress(draft.address);
  const place = read.kind === 'path' ? `${socketOrigin ?? ''}${read.path}` : base;
  const query = sentQuery(draft)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&');
  return `${fillPath(place, draft.path)}${query === '' ? '' : `?${query}`}`;
}
