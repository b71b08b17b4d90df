const mark = '[redacted]';

/** Where a word can begin: also after a percent-encoded character or an escape of JSON, which end in a letter or digit. */
const start = String.raw`(?:\b|(?<=%[0-9A-Fa-f]{2}|\\[bfnrt]|\\u[0-9A-Fa-f]{4}))`;

/** A space in a PEM banner, as it stands there or in a URL or form. */
const gap = '(?: |%20|[+])';

function banner(which: 'BEGIN' | 'END'): string {
  return `-----${which}${gap}(?:[A-Z0-9]|${gap}){0,40}PRIVATE${gap}KEY-----`;
}

/** Backslashes before a quote, as in JSON that stands in JSON. */
const escaped = String.raw`\\{0,7}`;

/** RFC 6749, 7521, 7636, 8628. */
const secretNames =
  'access_token|refresh_token|client_secret|client_assertion|assertion|device_code|code_verifier';
const secretName = `${start}(?:${secretNames})${escaped}["']?`;

type Rule = readonly [pattern: RegExp, replacement: string];

/** Each pattern is linear in the length of the text. */
const rules: readonly Rule[] = [
  // PEM private keys, also with literal \n or percent-encoded, and those cut off before their END line
  [new RegExp(`${banner('BEGIN')}[^]*?(?:${banner('END')}|$)`, 'g'), mark],
  // the body of such a PEM without its banner: DER SEQUENCE of 512 bytes or more
  [/\bMII[C-J](?:[A-Za-z0-9+/=_-]|\s|\\+[nr]|%[0-9A-Fa-f]{2}){256,}/g, mark],
  // private members of a JWK
  [/("(?:d|p|q|dp|dq|qi|k)\\{0,7}"\s{0,8}:\s{0,8}\\{0,7}")[A-Za-z0-9_-]{16,}/g, `$1${mark}`],
  // Authorization headers, whatever the scheme
  [
    /(\b(?:proxy-)?authorization\\{0,7}["']?\s{0,8}[:=]\s{0,8}\\{0,7}["']?)(?:[A-Za-z]+\s{1,8})?(?:[^\s"',;\\]|\\(?!\\{0,7}["']))+/gi,
    `$1${mark}`,
  ],
  [/(\bbearer\s{1,8})[A-Za-z0-9._~+/=-]{8,}/gi, `$1${mark}`],
  // what is a secret by its name: up to the quote that ends it; without quotes up to the end of the parameter, but after
  // a colon, where a sentence may go on, only what is as long as a secret
  [
    new RegExp(
      String.raw`(${secretName}\s{0,8}[:=]\s{0,8}(${escaped}["']))(?!\2)(?:\\[^]|[^])+?(?=\2|$)`,
      'g',
    ),
    `$1${mark}`,
  ],
  [new RegExp(String.raw`(${secretName}=)[^\s&"'\\]+`, 'g'), `$1${mark}`],
  [new RegExp(String.raw`(${secretName}\s{0,8}[:=]\s{0,8})[A-Za-z0-9._~+/=-]{12,}`, 'g'), `$1${mark}`],
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
