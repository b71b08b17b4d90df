const rfc7519 = (section: string) => `RFC 7519 §${section}`;
const rfc7800 = (section: string) => `RFC 7800 §${section}`;
const rfc8417 = 'RFC 8417 §2.2';
const rfc8693 = (section: string) => `RFC 8693 §${section}`;
const rfc9068 = (section: string) => `RFC 9068 §${section}`;
const dpopProof = 'RFC 9449 §4.2';
const oidc = (section: string) => `OpenID Connect Core §${section}`;
const verifiableCredentials = 'W3C Verifiable Credentials Data Model 1.1 §6.3.1';
const coze = 'OAuth JWT 授权（渠道场景）';

/** The claims of a payload, each with where it is defined: RFC 7519, OpenID Connect, OAuth, security events, Coze. */
export const registeredClaims = {
  iss: rfc7519('4.1.1'),
  sub: rfc7519('4.1.2'),
  aud: rfc7519('4.1.3'),
  exp: rfc7519('4.1.4'),
  nbf: rfc7519('4.1.5'),
  iat: rfc7519('4.1.6'),
  jti: rfc7519('4.1.7'),

  session_name: coze,
  session_context: coze,

  auth_time: `${oidc('2')}; ${rfc9068('2.2.1')}`,
  nonce: `${oidc('2')}; ${dpopProof}`,
  acr: `${oidc('2')}; ${rfc9068('2.2.1')}`,
  amr: `${oidc('2')}; ${rfc9068('2.2.1')}`,
  azp: oidc('2'),
  at_hash: oidc('3.1.3.6'),
  c_hash: oidc('3.3.2.11'),
  s_hash: 'FAPI 1.0 Part 2 §5.1.1',
  sub_jwk: oidc('7.4'),
  sid: 'OpenID Connect Front-Channel Logout §3',

  name: oidc('5.1'),
  given_name: oidc('5.1'),
  family_name: oidc('5.1'),
  middle_name: oidc('5.1'),
  nickname: oidc('5.1'),
  preferred_username: oidc('5.1'),
  profile: oidc('5.1'),
  picture: oidc('5.1'),
  website: oidc('5.1'),
  email: oidc('5.1'),
  email_verified: oidc('5.1'),
  gender: oidc('5.1'),
  birthdate: oidc('5.1'),
  zoneinfo: oidc('5.1'),
  locale: oidc('5.1'),
  phone_number: oidc('5.1'),
  phone_number_verified: oidc('5.1'),
  address: oidc('5.1'),
  updated_at: oidc('5.1'),
  _claim_names: oidc('5.6.2'),
  _claim_sources: oidc('5.6.2'),

  act: rfc8693('4.1'),
  scope: `${rfc8693('4.2')}; ${rfc9068('2.2.3')}`,
  client_id: `${rfc8693('4.3')}; ${rfc9068('2.2')}`,
  may_act: rfc8693('4.4'),
  roles: rfc9068('2.2.3.1'),
  groups: rfc9068('2.2.3.1'),
  entitlements: rfc9068('2.2.3.1'),
  authorization_details: 'RFC 9396 §9.1',
  token_introspection: 'RFC 9701 §5',

  cnf: rfc7800('3.1'),
  htm: dpopProof,
  htu: dpopProof,
  ath: dpopProof,

  events: rfc8417,
  toe: rfc8417,
  txn: rfc8417,

  vc: verifiableCredentials,
  vp: verifiableCredentials,
} as const;

/** Members that mean something only inside the claim that their path begins with. */
export const registeredMembers = {
  'session_context/device_info': coze,
  'session_context/device_info/device_id': coze,
  'session_context/device_info/custom_consumer': coze,

  'address/formatted': oidc('5.1.1'),
  'address/street_address': oidc('5.1.1'),
  'address/locality': oidc('5.1.1'),
  'address/region': oidc('5.1.1'),
  'address/postal_code': oidc('5.1.1'),
  'address/country': oidc('5.1.1'),

  'cnf/jwk': rfc7800('3.2'),
  'cnf/jwe': rfc7800('3.3'),
  'cnf/kid': rfc7800('3.4'),
  'cnf/jku': rfc7800('3.5'),
  'cnf/jkt': 'RFC 9449 §6.1',
  'cnf/x5t#S256': 'RFC 8705 §3.1',

  'act/iss': rfc8693('4.1'),
  'act/sub': rfc8693('4.1'),
  'act/client_id': rfc8693('4.3'),
  'act/act': rfc8693('4.1'),
  'may_act/iss': rfc8693('4.4'),
  'may_act/sub': rfc8693('4.4'),
  'may_act/client_id': rfc8693('4.3'),
} as const;
