import { describe, expect, test } from 'vitest';
import { explainClaim } from '../../../shared/jwt/explain-claim.ts';

const channelPage = 'OAuth JWT 授权（渠道场景）';

describe('explainClaim', () => {
  test.each([
    ['header', 'kid', 'RFC 7515 §4.1.4'],
    ['header', 'cty', 'RFC 7515 §4.1.10; RFC 7519 §5.2'],
    ['header', 'p2c', 'RFC 7518 §4.8.1.2'],
    ['header', 'iss', 'RFC 7519 §5.3'],
    ['payload', 'jti', 'RFC 7519 §4.1.7'],
    ['payload', 'session_name', channelPage],
    ['payload', 'nonce', 'OpenID Connect Core §2; RFC 9449 §4.2'],
    ['payload', 'acr', 'OpenID Connect Core §2; RFC 9068 §2.2.1'],
    ['payload', 'updated_at', 'OpenID Connect Core §5.1'],
    ['payload', '_claim_sources', 'OpenID Connect Core §5.6.2'],
    ['payload', 'sub_jwk', 'OpenID Connect Core §7.4'],
    ['payload', 's_hash', 'FAPI 1.0 Part 2 §5.1.1'],
    ['payload', 'may_act', 'RFC 8693 §4.4'],
    ['payload', 'entitlements', 'RFC 9068 §2.2.3.1'],
    ['payload', 'authorization_details', 'RFC 9396 §9.1'],
    ['payload', 'token_introspection', 'RFC 9701 §5'],
    ['payload', 'htu', 'RFC 9449 §4.2'],
    ['payload', 'toe', 'RFC 8417 §2.2'],
  ] as const)('%s %s', (segment, name, source) => {
    const textKey = `${segment === 'header' ? 'header' : 'claim'}.${name}`;
    expect(explainClaim(segment, name)).toEqual({ textKey, source });
  });

  test.each([
    [['session_context'], 'device_info', channelPage],
    [['session_context', 'device_info'], 'device_id', channelPage],
    [['session_context', 'device_info'], 'custom_consumer', channelPage],
    [['address'], 'postal_code', 'OpenID Connect Core §5.1.1'],
    [['cnf'], 'jwk', 'RFC 7800 §3.2'],
    [['cnf'], 'kid', 'RFC 7800 §3.4'],
    [['cnf'], 'jkt', 'RFC 9449 §6.1'],
    [['cnf'], 'x5t#S256', 'RFC 8705 §3.1'],
    [['act'], 'sub', 'RFC 8693 §4.1'],
    [['act'], 'act', 'RFC 8693 §4.1'],
    [['may_act'], 'client_id', 'RFC 8693 §4.3'],
  ] as const)('inside %j: %s', (within, name, source) => {
    const textKey = `claim.${[...within, name].join('/')}`;
    expect(explainClaim('payload', name, within)).toEqual({ textKey, source });
  });

  test('a chain of actors is explained to its end', () => {
    expect(explainClaim('payload', 'sub', ['act', 'act', 'act'])?.textKey).toBe('claim.act/sub');
    expect(explainClaim('payload', 'act', ['act', 'act', 'act'])?.textKey).toBe('claim.act/act');
    expect(explainClaim('payload', 'x', ['act', 'act'])).toBeNull();
    expect(explainClaim('payload', 'act', ['may_act'])).toBeNull();
  });

  test.each([
    ['payload', 'kid', []],
    ['header', 'exp', []],
    ['payload', 'constructor', []],
    ['header', '__proto__', []],
    ['payload', 'device_info', []],
    ['payload', 'device_id', []],
    ['payload', 'custom_consumer', ['session_context']],
    ['payload', 'postal_code', []],
    ['payload', 'jkt', []],
    ['payload', 'exp', ['data']],
    ['payload', 'sub', ['events', 'act']],
    ['payload', 'device_id', ['session_context/device_info']],
    ['header', 'kid', ['jwk']],
    ['header', 'sub', ['act']],
  ] as const)('%s %s inside %j is nothing that is known', (segment, name, within) => {
    expect(explainClaim(segment, name, within)).toBeNull();
  });
});
