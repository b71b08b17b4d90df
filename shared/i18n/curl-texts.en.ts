import type { CurlCode } from '../curl/curl-finding.ts';

/** One key for each text about a curl command; a code without its text does not compile. */
export type CurlTextKey = `curl.${CurlCode}`;

/** `{{param}}` is filled from the finding's parameters. */
export const curlTextsEn = {
  'curl.curl-missing': 'There is no curl command in this text',
  'curl.text-too-long': 'The text is longer than {{limit}} MiB and was not read',
  'curl.other-command': 'Another request; only the first one was taken over',
  'curl.typographic':
    'Typographic quotation marks or dashes, as chats and word processors make them, were read as plain ones',
  'curl.quote-open': 'A quotation mark is not closed; the rest of the text was taken as part of it',
  'curl.variable': 'The value of the variable {{name}} is not known; fill it in',
  'curl.substitution': 'A command stands in place of a value; it was not run, fill the value in',
  'curl.continuation-broken':
    'A blank stands behind the backslash at the end of the line; the lines were joined all the same',
  'curl.ampersand-in-word':
    'Without quotes, a shell would end the command at this "&"; it was read as part of the URL',
  'curl.option-unknown': 'curl has no option {{option}}; it was left out',
  'curl.option-not-taken': '{{option}} is not taken over',
  'curl.option-without-value': '{{option}} needs a value, and none follows',
  'curl.method-unknown':
    'The method {{method}} cannot be sent from here; another was chosen by the other options',
  'curl.url-missing': 'The command has no URL',
  'curl.url-invalid': 'This is not a URL of http or https',
  'curl.url-other': 'Another URL; only the first one was taken over',
  'curl.url-glob': 'curl would make several requests of this pattern; it was taken over as it is written',
  'curl.url-without-scheme': 'The URL has no scheme; https was taken, where curl would take http',
  'curl.host-open': 'The host is a variable; the host of the chosen app takes its place',
  'curl.query-not-utf8': 'A part of the query is not UTF-8; it was taken over without decoding',
  'curl.header-malformed': 'This is not a header of the form "Name: value"; it was left out',
  'curl.header-not-taken': '{{name}} follows from the URL and is not taken over',
  'curl.header-file': 'Headers from the file {{path}} were not read',
  'curl.cookie-file': 'Cookies from the file {{path}} were not read',
  'curl.token-open':
    'A placeholder stands where the token belongs; the token of the chosen app goes with the request',
  'curl.token-in-url': 'A credential stood in the URL; it was taken out and is not saved',
  'curl.authorization-without-scheme': '"Bearer" is missing before the token; Coze would refuse it like this',
  'curl.credential-twice': 'Another credential; only the first one was taken over',
  'curl.secret-header': '{{name}} holds a credential; it is not saved',
  'curl.json-sent-as-form': 'The body is JSON, but curl would send it as a form; it was taken over as JSON',
  'curl.data-file-joined': 'The file {{path}} is only a part of the body and was left out',
  'curl.data-with-form': 'A request has either a form or other data; this data was left out',
  'curl.data-from-stdin': 'The body comes from another program or the terminal; fill it in',
  'curl.form-malformed': 'This is not a part of the form "name=value"; it was left out',
  'curl.form-text-file': 'The text of this part stands in the file {{path}}, which was not read; fill it in',
  'curl.form-option-not-taken': '"{{option}}" of this part is not taken over',
} as const satisfies Record<CurlTextKey, string>;
