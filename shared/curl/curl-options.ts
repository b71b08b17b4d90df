/** What an option means for a request that is sent from here. */
export type OptionEffect =
  | 'request'
  | 'header'
  | 'data'
  | 'data-raw'
  | 'data-urlencode'
  | 'json'
  | 'form'
  | 'form-string'
  | 'user'
  | 'bearer'
  | 'cookie'
  | 'user-agent'
  | 'referer'
  | 'range'
  | 'get'
  | 'head'
  | 'url'
  | 'url-query'
  | 'upload-file'
  | 'globoff'
  | 'next'
  /** It has none: it is about what curl prints, saves, waits for or retries. */
  | 'none'
  /** It changes the request or the connection, and has no counterpart here. */
  | 'not-taken';

export interface CurlOption {
  readonly name: string;
  readonly effect: OptionEffect;
  readonly takesValue: boolean;
}

type Listed = readonly [effect: OptionEffect, takesValue: boolean, names: string];

/** `name` or `name/x` for an option that is short as well (curl 8.x, `curl --help all`). */
const listed: readonly Listed[] = [
  ['request', true, 'request/X'],
  ['header', true, 'header/H'],
  ['data', true, 'data/d data-ascii data-binary'],
  ['data-raw', true, 'data-raw'],
  ['data-urlencode', true, 'data-urlencode'],
  ['json', true, 'json'],
  ['form', true, 'form/F'],
  ['form-string', true, 'form-string'],
  ['user', true, 'user/u'],
  ['bearer', true, 'oauth2-bearer'],
  ['cookie', true, 'cookie/b'],
  ['user-agent', true, 'user-agent/A'],
  ['referer', true, 'referer/e'],
  ['range', true, 'range/r'],
  ['get', false, 'get/G'],
  ['head', false, 'head/I'],
  ['url', true, 'url'],
  ['url-query', true, 'url-query'],
  ['upload-file', true, 'upload-file/T'],
  ['globoff', false, 'globoff/g'],
  ['next', false, 'next/:'],
  [
    'none',
    false,
    'append/a alpn basic buffer/N cert-status clobber compressed create-dirs crlf disable/q ' +
      'disallow-username-in-url fail/f fail-early fail-with-body false-start form-escape ftp-create-dirs http0.9 ' +
      'http1.0/0 http1.1 http2 http2-prior-knowledge http3 http3-only ignore-content-length include/i ipv4/4 ipv6/6 ' +
      'junk-session-cookies/j keepalive list-only/l location/L metalink npn parallel/Z parallel-immediate path-as-is ' +
      'post301 post302 post303 progress-bar/# progress-meter raw remote-header-name/J remote-name/O remote-name-all ' +
      'remote-time/R remove-on-error retry-all-errors retry-connrefused sessionid show-error/S show-headers silent/s ' +
      'skip-existing ssl ssl-no-revoke ssl-reqd ssl-revoke-best-effort sslv2/2 sslv3/3 styled-output ' +
      'suppress-connect-headers tcp-fastopen tcp-nodelay tlsv1/1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding trace-ids ' +
      'trace-time use-ascii/B verbose/v xattr',
  ],
  [
    'none',
    true,
    'alt-svc connect-timeout cookie-jar/c create-file-mode dump-header/D etag-save expect100-timeout ' +
      'happy-eyeballs-timeout-ms hsts ip-tos keepalive-cnt keepalive-time libcurl limit-rate max-filesize max-redirs ' +
      'max-time/m output/o output-dir parallel-max proto proto-redir rate retry retry-delay retry-max-time ' +
      'speed-limit/Y speed-time/y stderr tls-max trace trace-ascii trace-config vlan-priority write-out/w',
  ],
  [
    'not-taken',
    false,
    'anyauth compressed-ssh digest disable-eprt disable-epsv doh-cert-status doh-insecure ftp-pasv ftp-pret ' +
      'ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-control haproxy-protocol help/h insecure/k location-trusted ' +
      'mail-rcpt-allowfails manual/M mptcp negotiate netrc/n netrc-optional ntlm ntlm-wb proxy-anyauth proxy-basic ' +
      'proxy-ca-native proxy-digest proxy-http2 proxy-insecure proxy-negotiate proxy-ntlm proxy-ssl-allow-beast ' +
      'proxy-ssl-auto-client-cert proxy-tlsv1 proxytunnel/p sasl-ir socks5-basic socks5-gssapi socks5-gssapi-nec ' +
      'ssl-allow-beast ssl-auto-client-cert tftp-no-options ca-native version/V',
  ],
  [
    'not-taken',
    true,
    'abstract-unix-socket aws-sigv4 cacert capath cert/E cert-type ciphers config/K connect-to continue-at/C crlfile ' +
      'curves delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url ech egd-file engine etag-compare ' +
      'ftp-account ftp-alternative-to-user ftp-method ftp-port/P ftp-ssl-ccc-mode haproxy-clientip hostpubmd5 ' +
      'hostpubsha256 interface ipfs-gateway key key-type krb local-port login-options mail-auth mail-from mail-rcpt ' +
      'netrc-file noproxy pass pinnedpubkey preproxy proto-default proxy/x proxy-cacert proxy-capath proxy-cert ' +
      'proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type proxy-pass ' +
      'proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser ' +
      'proxy-user/U proxy1.0 pubkey quote/Q random-file request-target resolve sasl-authzid service-name socks4 ' +
      'socks4a socks5 socks5-gssapi-service socks5-hostname telnet-option/t tftp-blksize time-cond/z tls13-ciphers ' +
      'tlsauthtype tlspassword tlsuser unix-socket variable',
  ],
];

const options: readonly (CurlOption & { readonly short: string | null })[] = listed.flatMap(
  ([effect, takesValue, names]) =>
    names.split(' ').map((entry) => {
      const [name = '', short = null] = entry.split('/');
      return { name, short, effect, takesValue };
    }),
);

const byName = new Map(options.map((option) => [option.name, option]));
const byLetter = new Map(options.map((option) => [option.short, option]));

/** The option of a letter, or null. */
export function shortOption(letter: string): CurlOption | null {
  return byLetter.get(letter) ?? null;
}

/**
 * The option of a name without its dashes: in full, as `no-…`, or cut short as long as only one begins so. Null for what
 * curl does not have.
 */
export function longOption(name: string): CurlOption | null {
  const exact = byName.get(name);
  if (exact !== undefined) return exact;
  const positive = name.startsWith('no-') ? byName.get(name.slice(3)) : undefined;
  if (positive !== undefined && !positive.takesValue) return { ...positive, name, effect: 'none' };
  if (name.length < 3 || name.length > 40) return null;
  const beginning = options.filter((option) => option.name.startsWith(name));
  return beginning.length === 1 ? (beginning[0] ?? null) : null;
}
