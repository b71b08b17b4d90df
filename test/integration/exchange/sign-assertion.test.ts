import { createPrivateKey, createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadSigner } from '../../../electron/tokens/load-signer.ts';
import { signAssertion } from '../../../electron/tokens/sign-assertion.ts';
import { buildAssertion } from '../../../shared/coze/assertion.ts';
import { toProblem } from '../../../shared/problem.ts';
import { durationSeconds, epochSeconds } from '../../../shared/time.ts';

const der = (key: { export: (options: { type: 'pkcs8'; format: 'der' }) => Buffer }) =>
  key.export({ type: 'pkcs8', format: 'der' });

const assertion = buildAssertion({
  clientId: '1123456789012',
  kid: '_v0VjcMlVdQc3tRTD3jTiwNg9gVRgxabOpHgpyf4aBc',
  audience: 'api.coze.cn',
  now: epochSeconds(1_750_000_000),
  lifetimeSeconds: durationSeconds(600),
  jti: 'r-1',
  sessionName: '用户',
  device: { kind: 'device-id', value: 'd-1' },
});

describe('signAssertion', () => {
  it.each([2048, 4096])('makes a JWT that another implementation verifies, with %d bits', async (bits) => {
    const privateKey = createPrivateKey(readFileSync(`test/fixtures/keys/throwaway-rsa-${bits}-pkcs8.pem`));
    const jwt = await signAssertion(await loadSigner(der(privateKey)), assertion);
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    const verify = createVerify('RSA-SHA256').update(`${header}.${payload}`, 'ascii');
    expect(verify.verify(createPublicKey(privateKey), signature, 'base64url')).toBe(true);
    expect(Buffer.from(header, 'base64url').toString()).toBe(
      '{"alg":"RS256","typ":"JWT","kid":"_v0VjcMlVdQc3tRTD3jTiwNg9gVRgxabOpHgpyf4aBc"}',
    );
    expect(Buffer.from(payload, 'base64url').toString()).toBe(
      '{"iss":"1123456789012","aud":"api.coze.cn","iat":1750000000,"exp":1750000600,"jti":"r-1",' +
        '"session_name":"用户","session_context":{"device_info":{"device_id":"d-1"}}}',
    );
  });
});

describe('loadSigner', () => {
  it('gives a key that cannot be exported', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect((await loadSigner(der(privateKey))).extractable).toBe(false);
  });

  it('refuses what is not an RSA key', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const thrown: unknown = await loadSigner(der(privateKey)).catch((error: unknown) => error);
    expect(toProblem(thrown).code).toBe('key/unreadable');
  });
});
