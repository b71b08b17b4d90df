/** Says which certificate a TLS connection was refused for; the dates are days, in UTC. */
export const certificateTexts = {
  en: 'Its certificate: {{certSubject}}, issued by {{certIssuer}}, valid from {{certFrom}} until {{certTo}}{{names}}, SHA-256 {{certFingerprint}}.',
  zh: '证书：{{certSubject}}，由 {{certIssuer}} 颁发，有效期 {{certFrom}} 至 {{certTo}}{{names}}，SHA-256 {{certFingerprint}}。',
} as const;

/** The names that it is for, where there are any. */
export const certificateNames = { en: ', for {{certNames}}', zh: '，适用于 {{certNames}}' } as const;
