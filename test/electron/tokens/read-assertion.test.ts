import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAssertion } from '../../../electron/tokens/read-assertion.ts';
import { toProblem } from '../../../shared/problem.ts';
import { base64url, encodeToken } from '../../fixtures/jwt/encode-token.ts';

const header = '{"alg":"RS256","typ":"JWT","kid":"k-1"}';
const read = (payload: object | string) =>
  readAssertion(encodeToken(header, typeof payload === 'string' ? payload : JSON.stringify(payload)));

const codeOf = (text: string) => {
  try {
    readAssertion(text);
    return 'read';
  } catch (thrown) {
    return toProblem(thrown).code;
  }
};

describe('a signed assertion', () => {
  it('says its jti, kid, session, device and the names of its claims', () => {
    const payload = {
      iss: '1123456789012',
      jti: 'r-1',
      session_name: '用户 7',
      session_context: { device_info: { device_id: '7342866812345678901' } },
    };
    const jwt = encodeToken(header, JSON.stringify(payload));
    expect(readAssertion(` \n${jwt}\n`)).toStrictEqual({
      jwt,
      jti: 'r-1',
      claims: ['iss', 'jti', 'session_name', 'session_context'],
      kid: 'k-1',
      sessionName: '用户 7',
      device: { kind: 'device-id', value: '7342866812345678901' },
    });
  });

  it.each([
    [{ session_context: { device_info: { custom_consumer: 'c' } } }, { kind: 'custom-consumer', value: 'c' }],
    [
      { session_context: { device_info: { custom_consumer: 'c', device_id: 'd' } } },
      { kind: 'device-id', value: 'd' },
    ],
    [
      { session_context: { device_info: { custom_consumer: 'c', device_id: '' } } },
      { kind: 'custom-consumer', value: 'c' },
    ],
    [{ session_context: { device_info: { device_id: 7 } } }, { kind: 'none' }],
    [{ session_context: { device_info: { device_id: 'd'.repeat(257) } } }, { kind: 'none' }],
    [{ session_context: { device_info: 'd' } }, { kind: 'none' }],
    [{ session_context: [] }, { kind: 'none' }],
    [{}, { kind: 'none' }],
  ])('with %j has the device %j', (payload, device) => {
    expect(read(payload).device).toStrictEqual(device);
  });

  it.each([
    [{ session_name: '' }, ''],
    [{ session_name: 5 }, ''],
    [{ session_name: 's'.repeat(1024) }, 's'.repeat(1024)],
    [{ session_name: 's'.repeat(1025) }, ''],
  ])('with %j has a session name that a new assertion can have', (payload, expected) => {
    expect(read(payload).sessionName).toBe(expected);
  });

  it('is sent although its payload says nothing that can be read', () => {
    for (const payload of ['not JSON', '[1]', '"text"']) {
      expect(read(payload)).toMatchObject({
        jti: null,
        claims: [],
        sessionName: '',
        device: { kind: 'none' },
      });
    }
    expect(read({ jti: 5, iat: 'x' })).toMatchObject({ jti: null, claims: ['jti', 'iat'] });
  });

  it.each([
    '',
    'a.b',
    'a.b.c',
    `${base64url(header)}.${base64url('{}')}`,
    `${base64url(header)}.${base64url('{}')}.`,
    `${base64url(header)}..AAAA`,
    `${base64url(header)}.${base64url('{}')}.AAAA.AAAA`,
    `${base64url(header)}.${base64url('{}')}.AAAA\r\nX-Injected: 1`,
    `${base64url(header)}.${base64url('{}')}.AA AA`,
    `${base64url(header)}.${base64url('{}')}.AA+/`,
    `${base64url(header)}.****.AAAA`,
    `${base64url('[]')}.${base64url('{}')}.AAAA`,
    `Bearer ${encodeToken(header, '{}')}`,
    `${base64url('{"alg":"dir","enc":"A256GCM"}')}..AAAA.AAAA.AAAA`,
  ])('is refused as %j', (text) => {
    expect(codeOf(text)).toBe('exchange/not-a-jwt');
  });

  it('is nothing but what a header field can carry, whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (tail, payload) => {
        const text = `${encodeToken(header, payload)}${tail}`;
        if (codeOf(text) === 'read') expect(readAssertion(text).jwt).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
        else expect(codeOf(text)).toBe('exchange/not-a-jwt');
      }),
    );
  });
});
