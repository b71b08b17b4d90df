const mark = '[redacted]';

/** Where a word can begin: also after a percent-encoded character or an escape of JSON, which end in a letter or digit. */
const start = String.raw`(?:\b|(?<=%[0-9A-Fa-f]{2}|\\[bfnrt]|\\u[0-9A-Fa-f]{4}))`;

/** A space in a PEM banner, as it stands there or in a URL or form. */
const gap = '(?: |%20|[+])';

function banner(which: 'BEGIN' | 'END'): string {
  return `-----${which}${gap}(?:[A-Z0-9]|${gap}){0,40}PRIVATE${gap}KEY-----`;
}

type Rule = readonly [pattern: RegExp, replacement: string];

/** Each pattern is linear in the length of the text. */
const rules: readonly Rule[] = [
  // PEM private keys, also with literal \n or percent-encoded, and those cut off before their END line
  [new RegExp(`${banner('BEGIN')}[^]*?(?:${banner('END')}|$)`, 'g'), mark],
  // the body of such a PEM without its banner: DER SEQUENCE of 512 bytes or more
  [/\bMII[C-J](?:[A-Za-z0-9+/=_-]|\s|\\+[nr]|%[0-9A-Fa-f]{2}){256,}/g, mark],
  // private members of a JWK
  [/("(?:d|p|q|dp|dq|qi|k)"\s{0,8}:\s{0,8}")[A-Za-z0-9_-]{16,}/g, `$1${mark}`],
  // Authorization headers, whatever the scheme
  [/(\b(?:proxy-)?authorization["']?\s{0,8}[:=]\s{0,8}["']?)(?:[A-Za-z]+\s{1,8})?[^\s"',;]+/gi, `$1${mark}`],
  [/(\bbearer\s{1,8})[A-Za-z0-9._~+/=-]{8,}/gi, `$1${mark}`],
  // members that hold a secret by their name (RFC 6749)
  [
    /("(?:access_token|refresh_token|client_secret|assertion|device_code|code_verifier)"\s{0,8}:\s{0,8}")[^"]+/g,
    `$1${mark}`,
  ],
  [/(\b(?:access_token|refresh_token|client_secret|assertion)=)[^\s&"']+/g, `$1${mark}`],
  // JWS and JWE in compact form, also cut short after the header
  [new RegExp(String.raw`${start}eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){0,4}`, 'g'), mark],
  // Coze's own kinds of token
  [new RegExp(`${start}(czs|czu|pat|sat|code)_[A-Za-z0-9_-]{8,}`, 'g'), `$1_${mark}`],
];

/**
 * Takes secrets out of a text that may be shown, kept or sent to support: private keys (PEM, bare base64, JWK), JWTs,
 * Coze's tokens and `Authorization` values. Everything else stays as it is.
 */
export function redact(text: string): string {
  return rules.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
}
