/** Words for the `reason` and `phase` parameters of problems, by problem code; a reason without words is shown as it is. */
export const reasonTextsEn = {
  'exchange/rate-limited': {
    'retry-after': 'it asks to wait {{seconds}} s (Retry-After)',
    'no-retry-after': 'it does not say how long to wait',
  },
  'exchange/unexpected': {
    empty: 'the body is empty',
    html: 'a web page',
    'not-json': 'not JSON',
    'not-object': 'JSON, but not an object',
    'envelope-error': 'an API error in place of a token',
    status: 'an error status without an error',
    'token-missing': 'access_token is missing',
    'token-malformed': 'access_token is not text that a header can carry',
    'expires-missing': 'expires_in is missing',
    'expires-not-integer': 'expires_in is not a whole number',
    'expires-past': 'expires_in lies in the past',
    'expires-far': 'expires_in lies beyond any token’s life',
  },
  'input/header': {
    reserved: 'the connection decides on it',
    name: 'a name is letters, digits and hyphens, without blanks',
    'line-break': 'the value has a line break',
    characters: 'the value has characters that no header can carry, such as Chinese or emoji',
  },
  'http/unreachable': {
    dns: 'its name has no address',
    refused: 'nothing accepts connections there',
    network: 'the network gives no way there',
    proxy: 'the proxy did not connect',
    'proxy-dns': 'the name of the proxy has no address',
    'proxy-refused': 'nothing accepts connections at the proxy’s address',
    'proxy-answer': 'the proxy answered HTTP {{proxyStatus}}',
    'proxy-kind': 'this kind of proxy is not known',
  },
  'http/tls': {
    DEPTH_ZERO_SELF_SIGNED_CERT: 'nobody but itself vouches for the certificate, DEPTH_ZERO_SELF_SIGNED_CERT',
    SELF_SIGNED_CERT_IN_CHAIN: 'its authority is not trusted here, SELF_SIGNED_CERT_IN_CHAIN',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      'the authority behind the certificate is not trusted here, UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    UNABLE_TO_GET_ISSUER_CERT:
      'the authority behind the certificate is not trusted here, UNABLE_TO_GET_ISSUER_CERT',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
      'the authority behind the certificate is not trusted here, UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    CERT_HAS_EXPIRED: 'the certificate has expired, CERT_HAS_EXPIRED',
    CERT_NOT_YET_VALID: 'the certificate is not valid yet, CERT_NOT_YET_VALID',
    ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for other hosts, ERR_TLS_CERT_ALTNAME_INVALID',
  },
  'http/redirected': {
    origin: 'From {{from}} to {{to}}: the request, and with it its token, is not sent to another place.',
    'too-many': 'More than 5 redirects followed one another at {{from}}: they may go round in a circle.',
  },
  'http/not-http': { answer: 'in its head', body: 'in the middle of its body' },
  'http/timeout': {
    connect: 'while connecting',
    answer: 'waiting for the answer',
    body: 'in the middle of the answer',
  },
  'console/socket-protocol': {
    handshake: 'its answer to the handshake has status 101, but not the headers that belong to it',
    frame: 'it sent a frame that the protocol does not allow',
    content: 'it sent a message that is not what its kind says, such as text that is no UTF-8',
    size: 'it sent a message that is too big',
  },
  'call/refused': {
    status: 'HTTP {{status}}',
    code: 'HTTP {{status}}, code {{code}}: {{message}}',
    message: 'HTTP {{status}}: {{message}}',
  },
  'call/stream-failed': {
    code: 'code {{code}}: {{message}}',
    message: '{{message}}',
  },
  'sign/alg-unsupported': {
    missing: 'The header has no “alg”',
    'not-text': '“alg” in the header is not text',
    other: 'The header asks for another algorithm',
  },
  'key/unreadable': {
    base64: 'its base64 is damaged',
    asn1: 'its content is damaged',
    truncated: 'its end is missing',
    encryption: 'its encryption is not supported',
    inconsistent: 'its private and public halves do not belong together',
    jwk: 'the JWK lacks a member',
    'several-keys': 'it holds several private keys',
    'too-many-bits': 'it is longer than any key in use',
    format: 'this format is not PEM, DER or JWK',
  },
} as const;

export type ReasonTexts = {
  readonly [Code in keyof typeof reasonTextsEn]: Readonly<Record<keyof (typeof reasonTextsEn)[Code], string>>;
};
