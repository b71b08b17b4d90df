import { describe, expect, it } from 'vitest';
import { buildAssertion, defaultAssertionLifetime } from '../../../shared/coze/assertion.ts';
import { epochSeconds } from '../../../shared/time.ts';

const fields = {
  clientId: '1123456789012',
  kid: '_v0VjcMlVdQc3tRTD3jTiwNg9gVRgxabOpHgpyf4aBc',
  audience: 'api.coze.cn',
  now: epochSeconds(1_516_239_022),
  lifetimeSeconds: defaultAssertionLifetime,
  jti: 'fhjashjgkhalskj',
  sessionName: '',
  device: { kind: 'none' },
} as const;

describe('buildAssertion', () => {
  it('makes the documented header and claims and nothing else', () => {
    expect(buildAssertion(fields)).toStrictEqual({
      header: { alg: 'RS256', typ: 'JWT', kid: '_v0VjcMlVdQc3tRTD3jTiwNg9gVRgxabOpHgpyf4aBc' },
      claims: {
        iss: '1123456789012',
        aud: 'api.coze.cn',
        iat: 1_516_239_022,
        exp: 1_516_239_622,
        jti: 'fhjashjgkhalskj',
      },
    });
  });

  it('adds a session name when there is one', () => {
    expect(buildAssertion({ ...fields, sessionName: '用户 7' }).claims.session_name).toBe('用户 7');
  });

  it('puts a device id under session_context.device_info', () => {
    const { claims } = buildAssertion({ ...fields, device: { kind: 'device-id', value: 'd-1' } });
    expect(claims.session_context).toStrictEqual({ device_info: { device_id: 'd-1' } });
  });

  it('puts a custom consumer under session_context.device_info', () => {
    const { claims } = buildAssertion({ ...fields, device: { kind: 'custom-consumer', value: 'shop' } });
    expect(claims.session_context).toStrictEqual({ device_info: { custom_consumer: 'shop' } });
  });
});
