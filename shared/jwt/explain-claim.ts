const rfc7515 = (section: string) => `RFC 7515 §${section}`;
const rfc7519 = (section: string) => `RFC 7519 §${section}`;
const oidc = (section: string) => `OpenID Connect Core §${section}`;
const coze = 'OAuth JWT 授权（渠道场景）';

const headerParameters = {
  alg: rfc7515('4.1.1'),
  jku: rfc7515('4.1.2'),
  jwk: rfc7515('4.1.3'),
  kid: rfc7515('4.1.4'),
  x5u: rfc7515('4.1.5'),
  x5c: rfc7515('4.1.6'),
  x5t: rfc7515('4.1.7'),
  'x5t#S256': rfc7515('4.1.8'),
  typ: rfc7515('4.1.9'),
  cty: rfc7515('4.1.10'),
  crit: rfc7515('4.1.11'),
  b64: 'RFC 7797 §3',
  enc: 'RFC 7516 §4.1.2',
  zip: 'RFC 7516 §4.1.3',
  epk: 'RFC 7518 §4.6.1.1',
  apu: 'RFC 7518 §4.6.1.2',
  apv: 'RFC 7518 §4.6.1.3',
  iv: 'RFC 7518 §4.7.1.1',
  tag: 'RFC 7518 §4.7.1.2',
  p2s: 'RFC 7518 §4.8.1.1',
  p2c: 'RFC 7518 §4.8.1.2',
} as const;

const claims = {
  iss: rfc7519('4.1.1'),
  sub: rfc7519('4.1.2'),
  aud: rfc7519('4.1.3'),
  exp: rfc7519('4.1.4'),
  nbf: rfc7519('4.1.5'),
  iat: rfc7519('4.1.6'),
  jti: rfc7519('4.1.7'),
  session_name: coze,
  session_context: coze,
  device_info: coze,
  device_id: coze,
  custom_consumer: coze,
  auth_time: oidc('2'),
  nonce: oidc('2'),
  acr: oidc('2'),
  amr: oidc('2'),
  azp: oidc('2'),
  at_hash: oidc('3.1.3.6'),
  c_hash: oidc('3.3.2.11'),
  name: oidc('5.1'),
  email: oidc('5.1'),
  email_verified: oidc('5.1'),
  scope: 'RFC 8693 §4.2',
  client_id: 'RFC 8693 §4.3',
  act: 'RFC 8693 §4.1',
  cnf: 'RFC 7800 §3.1',
  sid: 'OpenID Connect Front-Channel Logout §3',
} as const;

type HeaderParameter = keyof typeof headerParameters;
type Claim = keyof typeof claims;

/** Key of the sentence that explains a header parameter or a claim, in `shared/i18n/findings-texts.*.ts`. */
export type ClaimTextKey = `header.${HeaderParameter}` | `claim.${Claim}`;

export interface ClaimExplanation {
  readonly textKey: ClaimTextKey;
  /** Where it is defined. */
  readonly source: string;
}

function isHeaderParameter(name: string): name is HeaderParameter {
  return Object.hasOwn(headerParameters, name);
}

function isClaim(name: string): name is Claim {
  return Object.hasOwn(claims, name);
}

/** What a member called `name` is for, or null when it is not a registered one. The members of `session_context`
 * (`device_info`, `device_id`, `custom_consumer`) are known by their own names. */
export function explainClaim(segment: 'header' | 'payload', name: string): ClaimExplanation | null {
  if (segment === 'header') {
    return isHeaderParameter(name) ? { textKey: `header.${name}`, source: headerParameters[name] } : null;
  }
  return isClaim(name) ? { textKey: `claim.${name}`, source: claims[name] } : null;
}
