import { redact } from '../../shared/redact.ts';
import type { ShownMessage } from './request-log.ts';

/** Bytes of a body that are shown. */
export const longestBody = 8192;
const longestHeader = 400;

/** What a header holds: of `Authorization` no more than its scheme and how long the rest is. */
function shownHeader(name: string, value: string): string {
  if (!/^(?:proxy-)?authorization$|^cookie$/i.test(name)) return redact(value).slice(0, longestHeader);
  const [, scheme = '', rest = ''] = /^([A-Za-z]{1,20}\s+)?(.*)$/s.exec(value) ?? [];
  return `${scheme}… (${rest.length})`;
}

const isText = (type: string) => /json|text|xml|javascript|urlencoded|event-stream/i.test(type);

/** The beginning of a body without its secrets; null for what is no text, by `type` or by its bytes. */
export function shownBody(bytes: Uint8Array, type: string): string | null {
  if (bytes.length === 0 || (type !== '' && !isText(type))) return null;
  const text = new TextDecoder().decode(bytes.subarray(0, longestBody));
  if (text.includes('\0')) return null;
  const shown = redact(text);
  return bytes.length > longestBody ? `${shown}…` : shown;
}

/** A request or an answer as the log shows it. */
export function shownMessage(headers: Headers, bytes: Uint8Array): ShownMessage {
  return {
    headers: [...headers].slice(0, 40).map(([name, value]) => [name, shownHeader(name, value)]),
    body: shownBody(bytes, headers.get('content-type') ?? ''),
    bodyBytes: bytes.length,
  };
}
