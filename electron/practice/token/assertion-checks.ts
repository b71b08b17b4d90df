import { compactVerify } from 'jose';
import { refuseToken } from '../refusal.ts';
import { type TokenCheck, wrongAssertion } from './token-check.ts';

/** How far `iat` may lie ahead of the server's clock, in seconds. */
export const iatTolerance = 60;

const isTime = (value: unknown): value is number => Number.isSafeInteger(value);

/** `host` and, where it has a port, the same without: the SDKs differ in what they put into `aud`. */
export function audiencesOf(host: string): readonly string[] {
  const withoutPort = host.replace(/:\d+$/, '');
  return withoutPort === host ? [host] : [host, withoutPort];
}

/** What is checked about the assertion: header, signature, claims (OAuth JWT 授权, "Header 和 Payload"). */
export const assertionChecks: readonly TokenCheck[] = [
  {
    name: 'assertion-parses',
    run: ({ assertionReadable }) =>
      assertionReadable
        ? null
        : wrongAssertion('malformed', undefined, 'three base64url segments, JSON objects in the first two'),
  },
  {
    name: 'alg',
    run: ({ header }) =>
      header.alg === 'RS256' ? null : wrongAssertion('alg must be RS256', header.alg, 'RS256'),
  },
  {
    name: 'typ',
    run: ({ header }) => (header.typ === 'JWT' ? null : wrongAssertion('typ must be JWT', header.typ, 'JWT')),
  },
  {
    name: 'kid-registered',
    run: ({ header, key }, { faults }) =>
      key !== null && !faults.keyRemoved
        ? null
        : refuseToken('invalid_client', 'invalid jwt: kid not been registred', {
            undocumented: [],
            seen: header.kid,
          }),
  },
  {
    name: 'signature',
    run: async ({ bearer, key }) => {
      if (bearer === null || key === null) throw new Error('the checks before must have passed');
      try {
        await compactVerify(bearer, key.publicKey, { algorithms: ['RS256'] });
        return null;
      } catch {
        return wrongAssertion(
          'signature is invalid',
          undefined,
          'a signature by the private key of this kid',
        );
      }
    },
  },
  {
    name: 'iss',
    run: ({ claims, key }) =>
      claims.iss === key?.app.clientId
        ? null
        : wrongAssertion('iss is not the app of this kid', claims.iss, key?.app.clientId ?? ''),
  },
  {
    name: 'aud',
    run: ({ claims, host }) => {
      const accepted = audiencesOf(host);
      return typeof claims.aud === 'string' && accepted.includes(claims.aud)
        ? null
        : wrongAssertion('aud is not this host', claims.aud, accepted.join(' | '));
    },
  },
  {
    name: 'iat-integer',
    run: ({ claims }) =>
      isTime(claims.iat) ? null : wrongAssertion('iat must be an integer', claims.iat, 'epoch seconds'),
  },
  {
    name: 'exp-integer',
    run: ({ claims }) =>
      isTime(claims.exp) ? null : wrongAssertion('exp must be an integer', claims.exp, 'epoch seconds'),
  },
  {
    name: 'exp-after-iat',
    run: ({ claims }) =>
      Number(claims.exp) > Number(claims.iat)
        ? null
        : wrongAssertion('exp must be later than iat', claims.exp, `more than ${claims.iat}`),
  },
  {
    name: 'not-expired',
    run: ({ claims }, { now }) =>
      Number(claims.exp) > now ? null : wrongAssertion('expired', claims.exp, `more than ${now}`),
  },
  {
    name: 'iat-not-in-future',
    run: ({ claims }, { now }) =>
      Number(claims.iat) <= now + iatTolerance
        ? null
        : wrongAssertion('iat is in the future', claims.iat, `at most ${now + iatTolerance}`),
  },
  {
    name: 'jti-present',
    run: ({ claims }) =>
      typeof claims.jti === 'string' && claims.jti !== ''
        ? null
        : wrongAssertion('jti is missing', claims.jti, 'a random string'),
  },
  {
    name: 'jti-unused',
    run: ({ claims, key }, { useOnce }) =>
      useOnce(key?.app.clientId ?? '', String(claims.jti))
        ? null
        : wrongAssertion('jti has been used', claims.jti, 'a string never sent before'),
  },
];
