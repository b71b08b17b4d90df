/** Everything that can be said about a pasted curl command. The texts stand in `shared/i18n/curl-texts.*.ts`. */
export const curlCodes = [
  // the text as a whole
  'curl-missing',
  'text-too-long',
  'other-command',
  // the shell
  'typographic',
  'quote-open',
  'variable',
  'substitution',
  'continuation-broken',
  'ampersand-in-word',
  // options
  'option-unknown',
  'option-not-taken',
  'option-without-value',
  'method-unknown',
  // the URL
  'url-missing',
  'url-invalid',
  'url-other',
  'url-glob',
  'url-without-scheme',
  'host-open',
  'query-not-utf8',
  // headers and credentials
  'header-malformed',
  'header-not-taken',
  'header-file',
  'cookie-file',
  'token-open',
  'token-in-url',
  'authorization-without-scheme',
  'credential-twice',
  'secret-header',
  // the body
  'json-sent-as-form',
  'data-file-joined',
  'data-with-form',
  'data-from-stdin',
  'form-malformed',
  'form-option-not-taken',
  'form-text-file',
] as const;

export type CurlCode = (typeof curlCodes)[number];

/** No more than this many are told of one text. */
export const maxCurlFindings = 100;

/** Where something stands in the text, in UTF-16 code units. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
}

/** One thing noticed while a curl command was read. Holds no prose, and nothing that could be a secret. */
export interface CurlFinding {
  readonly code: CurlCode;
  /** An error leaves no request; a warning says what the request lacks; a note, what was done with the text. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly place: TextPlace | null;
  readonly params: Readonly<Record<string, string | number>>;
}

const errors: ReadonlySet<CurlCode> = new Set([
  'curl-missing',
  'text-too-long',
  'url-missing',
  'url-invalid',
]);

const notes: ReadonlySet<CurlCode> = new Set([
  'other-command',
  'typographic',
  'continuation-broken',
  'ampersand-in-word',
  'url-without-scheme',
  'host-open',
  'token-open',
  'token-in-url',
  'secret-header',
  'json-sent-as-form',
]);

function severityOf(code: CurlCode): CurlFinding['severity'] {
  if (errors.has(code)) return 'error';
  return notes.has(code) ? 'note' : 'warning';
}

export function curlFinding(
  code: CurlCode,
  place: TextPlace | null,
  params: CurlFinding['params'] = {},
): CurlFinding {
  return { code, severity: severityOf(code), place, params };
}
