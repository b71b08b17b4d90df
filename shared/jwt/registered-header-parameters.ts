const rfc7515 = (section: string) => `RFC 7515 §${section}`;
const rfc7516 = (section: string) => `RFC 7516 §${section}`;
const rfc7518 = (section: string) => `RFC 7518 §${section}`;
const rfc7519 = (section: string) => `RFC 7519 §${section}`;

/** The parameters of a JOSE header, each with where it is defined. */
export const registeredHeaderParameters = {
  alg: rfc7515('4.1.1'),
  jku: rfc7515('4.1.2'),
  jwk: rfc7515('4.1.3'),
  kid: rfc7515('4.1.4'),
  x5u: rfc7515('4.1.5'),
  x5c: rfc7515('4.1.6'),
  x5t: rfc7515('4.1.7'),
  'x5t#S256': rfc7515('4.1.8'),
  typ: `${rfc7515('4.1.9')}; ${rfc7519('5.1')}`,
  cty: `${rfc7515('4.1.10')}; ${rfc7519('5.2')}`,
  crit: rfc7515('4.1.11'),
  b64: 'RFC 7797 §3',
  enc: rfc7516('4.1.2'),
  zip: rfc7516('4.1.3'),
  epk: rfc7518('4.6.1.1'),
  apu: rfc7518('4.6.1.2'),
  apv: rfc7518('4.6.1.3'),
  iv: rfc7518('4.7.1.1'),
  tag: rfc7518('4.7.1.2'),
  p2s: rfc7518('4.8.1.1'),
  p2c: rfc7518('4.8.1.2'),
  iss: rfc7519('5.3'),
  sub: rfc7519('5.3'),
  aud: rfc7519('5.3'),
} as const;
