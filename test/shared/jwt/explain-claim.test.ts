import { describe, expect, test } from 'vitest';
import { explainClaim } from '../../../shared/jwt/explain-claim.ts';

describe('explainClaim', () => {
  test.each([
    ['header', 'kid', { textKey: 'header.kid', source: 'RFC 7515 §4.1.4' }],
    ['payload', 'jti', { textKey: 'claim.jti', source: 'RFC 7519 §4.1.7' }],
    ['payload', 'session_name', { textKey: 'claim.session_name', source: 'OAuth JWT 授权（渠道场景）' }],
    ['payload', 'kid', null],
    ['header', 'exp', null],
    ['payload', 'constructor', null],
    ['header', '__proto__', null],
  ] as const)('%s %s', (segment, name, expected) => {
    expect(explainClaim(segment, name)).toEqual(expected);
  });
});
