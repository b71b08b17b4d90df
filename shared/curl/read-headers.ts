import { secretHeader } from '../secret-names.ts';
import { type CurlFinding, curlFinding, type TextPlace } from './curl-finding.ts';
import type { Pair } from './http-request.ts';
import { isOpenValue } from './open-value.ts';
import type { Given } from './read-arguments.ts';

/** A credential that a command carried. It goes into no history and no file. */
export interface CurlSecret {
  readonly kind: 'bearer' | 'basic';
  /** The token, or `name:password`. */
  readonly text: string;
}

export interface ReadHeaders {
  readonly headers: readonly Pair[];
  readonly secrets: readonly { readonly secret: CurlSecret; readonly place: TextPlace }[];
  /** Other headers that are credentials, by the look of them. They go into no history and no file either. */
  readonly secretHeaders: readonly Pair[];
  /** Null where none was given, empty where curl was told to send none. */
  readonly contentType: string | null;
  readonly findings: readonly CurlFinding[];
}

/** `token` of RFC 9110 §5.6.2. */
const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** What the connection decides, and what browsers' copies have of HTTP/2. */
const ofConnection = new Set(
  'connection content-length transfer-encoding accept-encoding keep-alive proxy-connection te trailer expect upgrade host'.split(
    ' ',
  ),
);

interface Draft {
  readonly headers: Pair[];
  readonly secrets: { secret: CurlSecret; place: TextPlace }[];
  readonly secretHeaders: Pair[];
  contentType: string | null;
  readonly findings: CurlFinding[];
}

function basicText(encoded: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(encoded.trim()), (char) => char.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes(':') ? text : null;
  } catch {
    return null;
  }
}

function looksLikeToken(text: string): boolean {
  return /^(?:pat|sat|czs|czu)_\S+$|^eyJ[\w-]+\.[\w-]*\.[\w-]*$/.test(text);
}

function readAuthorization(draft: Draft, value: string, place: TextPlace): void {
  const [, scheme = '', rest = ''] = /^(\S+)(?:\s+([\s\S]*))?$/.exec(value) ?? [];
  const text = rest.trim();
  const isBearer = scheme.toLowerCase() === 'bearer';
  const basic = scheme.toLowerCase() === 'basic' ? basicText(text) : null;
  if (isBearer && isOpenValue(text)) {
    draft.findings.push(curlFinding('token-open', place));
  } else if (isBearer) {
    draft.secrets.push({ secret: { kind: 'bearer', text }, place });
  } else if (basic !== null) {
    draft.secrets.push({ secret: { kind: 'basic', text: basic }, place });
  } else if (text === '' && (looksLikeToken(scheme) || isOpenValue(scheme))) {
    draft.findings.push(curlFinding('authorization-without-scheme', place));
    if (!isOpenValue(scheme)) draft.secrets.push({ secret: { kind: 'bearer', text: scheme }, place });
  } else {
    draft.secretHeaders.push(['Authorization', value]);
    draft.findings.push(curlFinding('secret-header', place, { name: 'Authorization' }));
  }
}

function addHeader(draft: Draft, name: string, value: string, place: TextPlace): void {
  const lower = name.toLowerCase();
  if (lower === 'authorization') {
    readAuthorization(draft, value, place);
  } else if (lower === 'content-type') {
    draft.contentType = value;
  } else if (lower === 'host') {
    draft.findings.push(curlFinding('header-not-taken', place, { name }));
  } else if (secretHeader.test(name)) {
    if (isOpenValue(value)) {
      draft.headers.push([name, value]);
      return;
    }
    draft.secretHeaders.push([name, value]);
    draft.findings.push(curlFinding('secret-header', place, { name: name.slice(0, 60) }));
  } else if (!ofConnection.has(lower)) {
    draft.headers.push([name, value]);
  }
}

/** `Name: value`, `Name;` for an empty value, `Name:` to send none, `@file`. */
function readHeader(draft: Draft, { value, place }: Given): void {
  if (value.startsWith('@')) {
    draft.findings.push(curlFinding('header-file', place, { path: value.slice(1, 201) }));
    return;
  }
  const colon = value.indexOf(':');
  const isEmpty = colon === -1 && value.trimEnd().endsWith(';');
  const name = isEmpty ? value.trimEnd().slice(0, -1) : value.slice(0, colon);
  const text = isEmpty ? '' : value.slice(colon + 1).trim();
  if (/^:[a-z]+: /.test(value)) return;
  if ((colon === -1 && !isEmpty) || !headerName.test(name) || /[^\t\x20-\x7e\x80-\u{10ffff}]/u.test(text)) {
    draft.findings.push(curlFinding('header-malformed', place));
  } else if (text !== '' || isEmpty) {
    addHeader(draft, name, text, place);
  } else if (name.toLowerCase() === 'content-type') {
    draft.contentType = '';
  }
}

function readUser(draft: Draft, { value, place }: Given): void {
  if (value === '' || value === ':') return;
  const text = value.includes(':') ? value : `${value}:`;
  if (isOpenValue(value)) draft.findings.push(curlFinding('token-open', place));
  else draft.secrets.push({ secret: { kind: 'basic', text }, place });
}

function readCookie(draft: Draft, { value, place }: Given): void {
  if (value.includes('=')) addHeader(draft, 'Cookie', value.trim(), place);
  else if (value !== '')
    draft.findings.push(curlFinding('cookie-file', place, { path: value.slice(0, 200) }));
}

/** Everything that becomes a header: `-H`, `-A`, `-e`, `-b`, `-u`, `-r`, `--oauth2-bearer`. */
export function readHeaders(given: readonly Given[]): ReadHeaders {
  const draft: Draft = { headers: [], secrets: [], secretHeaders: [], contentType: null, findings: [] };
  for (const entry of given) {
    const { value, place } = entry;
    switch (entry.option.effect) {
      case 'header':
        readHeader(draft, entry);
        break;
      case 'user-agent':
        if (value !== '') addHeader(draft, 'User-Agent', value, place);
        break;
      case 'referer':
        if (value.replace(/;auto$/, '') !== '')
          addHeader(draft, 'Referer', value.replace(/;auto$/, ''), place);
        break;
      case 'range':
        addHeader(draft, 'Range', `bytes=${value}`, place);
        break;
      case 'cookie':
        readCookie(draft, entry);
        break;
      case 'user':
        readUser(draft, entry);
        break;
      case 'bearer':
        readAuthorization(draft, `Bearer ${value}`, place);
        break;
      default:
    }
  }
  return draft;
}
