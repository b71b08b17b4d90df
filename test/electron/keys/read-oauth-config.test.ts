import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOauthConfig } from '../../../electron/keys/read-oauth-config.ts';
import { ProblemError } from '../../../shared/problem.ts';

const pem = readFileSync(resolve('test/fixtures/keys/throwaway-rsa-2048-pkcs8.pem')).toString();
const file = {
  client_type: 'jwt',
  client_id: '1133900000042',
  private_key: pem,
  public_key_id: 'kid-of-43-characters',
  coze_www_base: 'https://www.coze.cn',
  coze_api_base: 'https://api.coze.cn',
};

function codeOf(text: string) {
  try {
    return readOauthConfig(text);
  } catch (error) {
    if (error instanceof ProblemError) return [error.problem.code, error.problem.params];
    throw error;
  }
}

describe('readOauthConfig', () => {
  it.each(['jwt', 'server', 'JWT'])('client_type %s is a JWT app', (client_type) => {
    expect(readOauthConfig(JSON.stringify({ ...file, client_type }, null, 2))).toEqual({
      clientId: '1133900000042',
      kid: 'kid-of-43-characters',
      privateKey: pem.trim(),
      region: { kind: 'cn' },
    });
  });

  it.each(['web', 'pkce', 'device', 'single_page'])('client_type %s is refused by name', (clientType) => {
    expect(codeOf(JSON.stringify({ ...file, client_type: clientType }))).toEqual([
      'app/config-not-jwt',
      { clientType },
    ]);
  });

  it('a client id written as a number keeps its digits', () => {
    const text =
      '{"client_type":"jwt","client_id": 12345678901234567890 ,"coze_api_base":"https://api.coze.com"}';
    expect(readOauthConfig(text)).toEqual({
      clientId: '12345678901234567890',
      kid: null,
      privateKey: null,
      region: { kind: 'com' },
    });
  });

  it.each([
    ['https://api.coze.com/', { kind: 'com' }],
    ['https://coze.example.com', { kind: 'custom', baseUrl: 'https://coze.example.com' }],
    ['http://coze.example.com', null],
    ['coze', null],
    ['', null],
  ])('coze_api_base %j', (coze_api_base, region) => {
    expect(readOauthConfig(JSON.stringify({ ...file, coze_api_base }))?.region).toEqual(region);
  });

  it('a byte order mark in front does not matter', () => {
    expect(readOauthConfig(`\uFEFF${JSON.stringify(file)}`)?.clientId).toBe('1133900000042');
  });

  it.each([
    ['cut off', JSON.stringify(file).slice(0, -30)],
    ['trailing comma', `${JSON.stringify(file).slice(0, -1)},}`],
    ['wrong type', JSON.stringify({ ...file, private_key: 12 })],
  ])('%s is unreadable', (_, text) => {
    expect(codeOf(text)).toEqual(['app/config-unreadable', {}]);
  });

  it.each(['', pem, '[]', '{}', '"text"', '{"kty":"RSA"}', '{"client_id":"1"}', 'client_type: jwt'])(
    '%j is no such file',
    (text) => {
      expect(readOauthConfig(text)).toBeNull();
    },
  );

  it('anything else is null or a config problem', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, tail) => {
        const text = `{"client_type":"jwt","client_id":${json},"x":1}${tail}`;
        try {
          readOauthConfig(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
        }
      }),
    );
  });
});
