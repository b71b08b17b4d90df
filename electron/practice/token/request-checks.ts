import { refuseToken } from '../refusal.ts';
import { type TokenCheck, wrongParameter } from './token-check.ts';

export const jwtBearerGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** What is checked before the assertion is looked into. */
export const requestChecks: readonly TokenCheck[] = [
  {
    name: 'body-json',
    run: ({ bodyIsJson }) =>
      bodyIsJson
        ? null
        : refuseToken('invalid_request', 'invalid request: body', { undocumented: ['status', 'message'] }),
  },
  {
    name: 'grant-type-present',
    run: ({ body }) =>
      typeof body.grant_type === 'string' && body.grant_type !== ''
        ? null
        : wrongParameter('grant_type', body.grant_type, jwtBearerGrant),
  },
  {
    name: 'grant-type-known',
    run: ({ body }) =>
      body.grant_type === jwtBearerGrant
        ? null
        : refuseToken('unsupported_grant_type', `not supported grant type: ${body.grant_type}`, {
            seen: body.grant_type,
            wanted: jwtBearerGrant,
          }),
  },
  {
    name: 'authorization-bearer',
    run: ({ authorization, bearer }) => {
      if (bearer !== null) return null;
      if (authorization === undefined || authorization === '') return emptyAssertion();
      return refuseToken('invalid_client', 'authorization must be Bearer', {
        undocumented: ['status', 'message'],
      });
    },
  },
  { name: 'assertion-not-empty', run: ({ bearer }) => (bearer === '' ? emptyAssertion() : null) },
];

function emptyAssertion() {
  return refuseToken('invalid_client', 'verify jwt empty error', { undocumented: ['status', 'code'] });
}
