import { constants, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { compactVerify, importSPKI } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signingAlgorithms } from '../../../shared/jwt/signing-algorithms.ts';
import { createMachine, type RunningApp, type TestMachine } from './run-engine.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const spki = publicKey.export({ type: 'spki', format: 'pem' }).toString();

const payload = `{
  "iss" : "1123456789012",
  "bot_id": 7342866812345678901,
  "big": 9223372036854775807,
  "note": "\\u4e2d\\/文 ",
  "note": 1.0
}`;
const minified =
  '{"iss":"1123456789012","bot_id":7342866812345678901,"big":9223372036854775807,"note":"\\u4e2d\\/文 ","note":1.0}';

let machine: TestMachine;
let app: RunningApp;
let keyId: string;

beforeEach(async () => {
  machine = await createMachine();
  app = await machine.start();
  const result = await app.call('import.read', { kind: 'text', text: pem });
  if (result.kind !== 'key') throw new Error('expected a key');
  const { draftId } = result.draft;
  keyId = (await app.call('keys.save', { draftId, label: '店铺密钥', kid: null, hold: 'keychain' })).id;
});

afterEach(async () => {
  await app.quit();
  await machine.remove();
});

const activity = async () => (await app.call('app.snapshot', null)).activity;

/** Verifies with OpenSSL, told apart from WebCrypto and jose. */
function nodeVerifies(jwt: string, algorithm: string): boolean {
  const end = jwt.lastIndexOf('.');
  const padding = algorithm.startsWith('PS') ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const saltLength = Number(algorithm.slice(2)) / 8;
  const key = { key: createPublicKey(spki), padding, saltLength };
  const hash = `sha${algorithm.slice(2)}`;
  return verify(hash, Buffer.from(jwt.slice(0, end)), key, Buffer.from(jwt.slice(end + 1), 'base64url'));
}

describe('any JWT', () => {
  it.each(signingAlgorithms)('is signed with %s, and others verify it to the digit', async (alg) => {
    const header = `{ "typ": "JWT", "alg": "${alg}", "x": 1.50 }`;
    const { jwt } = await app.call('jwt.sign', { keyId, header, payload });
    const verified = await compactVerify(jwt, await importSPKI(spki, alg), { algorithms: [alg] });
    expect(Buffer.from(verified.payload).toString('utf8')).toBe(minified);
    expect(nodeVerifies(jwt, alg)).toBe(true);
    expect(nodeVerifies(`${jwt.slice(0, 20)}x${jwt.slice(21)}`, alg)).toBe(false);
    const [first = ''] = jwt.split('.');
    expect(Buffer.from(first, 'base64url').toString()).toBe(`{"typ":"JWT","alg":"${alg}","x":1.50}`);
    expect(await app.call('jwt.check', { token: jwt, key: { kind: 'text', text: spki } })).toMatchObject({
      state: 'valid',
    });
  });

  it('leaves a line in the activity list, and not its text', async () => {
    const { jwt } = await app.call('jwt.sign', { keyId, header: '{"alg":"PS256"}', payload });
    const [entry] = await activity();
    expect(entry).toMatchObject({
      kind: 'sign',
      appName: '',
      subject: '店铺密钥',
      claims: ['iss', 'bot_id', 'big', 'note'],
      jti: null,
      status: null,
      logId: null,
      problem: null,
    });
    expect(JSON.stringify([await activity(), app.events])).not.toContain(jwt.split('.')[1]);
  });

  it('leaves a line that is no longer than a person reads, whatever it claims', async () => {
    const many = JSON.stringify(
      Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}${'c'.repeat(200)}`, n])),
    );
    await app.call('jwt.sign', { keyId, header: '{"alg":"RS256"}', payload: many });
    const [entry] = await activity();
    expect(entry?.claims).toHaveLength(100);
    expect(entry?.claims.every((name) => name.length === 100)).toBe(true);
  });

  it('of a mebibyte is signed', async () => {
    const long = `{"a":"${'x'.repeat(1_048_576 - 8)}"}`;
    const { jwt } = await app.call('jwt.sign', { keyId, header: '{"alg":"RS512"}', payload: long });
    expect(nodeVerifies(jwt, 'RS512')).toBe(true);
    const tooLong = { keyId, header: '{"alg":"RS512"}', payload: ` ${long}` };
    expect((await app.problem('jwt.sign', tooLong)).code).toBe('input/invalid');
  });
});

describe('what is not signed', () => {
  it.each([
    ['{"alg":"RS256"', '{}', 'sign/not-an-object', { segment: 'header' }],
    ['{"alg":"RS256"}', '[]', 'sign/not-an-object', { segment: 'payload' }],
    ['{"typ":"JWT"}', '{}', 'sign/alg-unsupported', { alg: '', reason: 'missing' }],
    ['{"alg":"HS256"}', '{}', 'sign/alg-unsupported', { alg: 'HS256', reason: 'other' }],
    ['{"alg":"RS256","b64":false,"crit":["b64"]}', '{}', 'sign/b64-unsupported', {}],
  ] as const)('%s %s leaves a line that says why', async (header, body, code, params) => {
    const problem = await app.problem('jwt.sign', { keyId, header, payload: body });
    expect(problem).toMatchObject({ code, params, server: null });
    expect(await activity()).toMatchObject([{ kind: 'sign', subject: '店铺密钥', problem: { code } }]);
  });

  it('anything with a key that does not exist, or is gone', async () => {
    const input = { header: '{"alg":"RS256"}', payload: '{}' };
    expect((await app.problem('jwt.sign', { ...input, keyId: 'nobody' })).code).toBe('key/not-found');
    await app.call('jwt.sign', { ...input, keyId });
    await app.call('jwt.sign', { ...input, header: '{"alg":"PS256"}', keyId });
    const { undoId } = await app.call('keys.delete', { keyId });
    expect((await app.problem('jwt.sign', { ...input, keyId })).code).toBe('key/not-found');
    await app.call('undo.run', { undoId });
    await app.call('jwt.sign', { ...input, keyId });
  });

  it('anything while the keychain is without the key', async () => {
    await machine.vault.delete(keyId);
    const problem = await app.problem('jwt.sign', { keyId, header: '{"alg":"RS256"}', payload: '{}' });
    expect(problem).toMatchObject({ code: 'keychain/not-found', remedies: ['add-key'] });
    expect(await activity()).toMatchObject([{ kind: 'sign', problem: { code: 'keychain/not-found' } }]);
  });
});
